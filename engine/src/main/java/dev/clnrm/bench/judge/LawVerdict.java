package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on one law: it passes if the whole interval lies inside the requirement, and fails if all of it lies outside.
 *
 * @param law the law as declared
 * @param status pass, fail, inconclusive or unmeasured
 * @param measured the ratio, exponent, efficiency or overhead; shares as fractions
 * @param requirement the range that the law requires
 * @param cases the cases that the value is computed from
 * @param forksToDecide about how many forks of each case would decide it; empty unless it is inconclusive
 * @param reason why it is unmeasured or inconclusive; one clause
 */
public record LawVerdict(
        Law law,
        Status status,
        Estimate measured,
        Requirement requirement,
        List<CaseName> cases,
        Optional<Integer> forksToDecide,
        Optional<String> reason) {
    public LawVerdict {
        cases = List.copyOf(cases);
    }
}
