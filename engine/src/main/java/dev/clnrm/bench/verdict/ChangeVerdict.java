package dev.clnrm.bench.verdict;

import dev.clnrm.bench.analyse.Comparison;
import dev.clnrm.bench.analyse.Estimate;
import dev.clnrm.bench.analyse.Evidence;
import dev.clnrm.bench.analyse.Interval;
import dev.clnrm.bench.analyse.Metric;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.List;
import java.util.Optional;

/**
 * One metric of one case, base against head, judged.
 *
 * @param name the case
 * @param mode how it was measured
 * @param metric what is compared
 * @param finding what became of it
 * @param severity how large a regression is; of regressions only
 * @param gated whether the exit status answers for it
 * @param waiver why a regression is accepted
 * @param base the base by itself; absent for a new case
 * @param head the head by itself; absent for one that vanished
 * @param comparison the two against each other; absent for cases of one side
 * @param spoke the interval of the statistic that proved a change; absent where none did
 * @param rule what it is held to
 * @param tolerance the share of the base that counts as no change: 0.03 is 3 %
 * @param forksToDecide about how many forks would decide it; only when inconclusive
 * @param reasons why it is inconclusive, one clause each
 * @param caveats what qualifies the comparison
 */
public record ChangeVerdict(
        CaseName name,
        Mode mode,
        Metric metric,
        Finding finding,
        Optional<Severity> severity,
        boolean gated,
        Optional<Waived> waiver,
        Optional<Estimate> base,
        Optional<Estimate> head,
        Optional<Comparison> comparison,
        Optional<Interval> spoke,
        ChangeRule rule,
        double tolerance,
        Optional<Integer> forksToDecide,
        List<String> reasons,
        List<Caveat> caveats) {
    public ChangeVerdict {
        reasons = List.copyOf(reasons);
        caveats = List.copyOf(caveats);
    }

    /** The same with another explanation. */
    ChangeVerdict because(List<String> others) {
        return new ChangeVerdict(
                name,
                mode,
                metric,
                finding,
                severity,
                gated,
                waiver,
                base,
                head,
                comparison,
                spoke,
                rule,
                tolerance,
                forksToDecide,
                others,
                caveats);
    }

    /** Head over base with its interval; absent where there is none. */
    public Optional<Interval> change() {
        return comparison.flatMap(Comparison::change);
    }

    /**
     * The evidence of the change found, or where none is, the stronger of the two directions.
     */
    public Optional<Evidence> evidence() {
        Optional<Evidence> slower = comparison.flatMap(Comparison::slower);
        Optional<Evidence> faster = comparison.flatMap(Comparison::faster);
        return switch (finding) {
            case REGRESSED -> slower;
            case IMPROVED -> faster;
            case INCONCLUSIVE, VANISHED, NEW, UNCHANGED ->
                slower.isPresent()
                                && faster.isPresent()
                                && faster.get().p() < slower.get().p()
                        ? faster
                        : slower;
        };
    }

    /** Whether anything could be said about it: decided, or at least measured on both sides with an interval. */
    public boolean judged() {
        return switch (finding) {
            case REGRESSED, IMPROVED, UNCHANGED -> true;
            case INCONCLUSIVE -> change().isPresent() && comparable();
            case VANISHED, NEW -> false;
        };
    }

    private boolean comparable() {
        return caveats.stream().noneMatch(caveat -> caveat instanceof Caveat.Unlike unlike && !unlike.allowed());
    }
}
