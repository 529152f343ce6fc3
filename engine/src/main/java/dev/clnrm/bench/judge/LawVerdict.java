package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * One law, judged: a pass when the whole interval lies inside the requirement, a fail when it lies wholly outside.
 *
 * @param law as declared
 * @param status pass, fail, inconclusive or unmeasured
 * @param measured ratio, exponent, efficiency or overhead; shares as fractions
 * @param requirement where it has to lie
 * @param cases the cases it rests on
 * @param forksToDecide about how many forks of each case would decide it; only when inconclusive
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
