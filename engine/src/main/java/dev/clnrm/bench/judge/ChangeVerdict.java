package dev.clnrm.bench.judge;

import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Metric;
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
 * @param head the head by itself; absent for one that is missing or removed
 * @param comparison the two against each other; absent for cases of one side
 * @param look the statistic that decided, whose interval is shown; absent for cases of one side
 * @param rule what it is held to
 * @param limits from which change on it is called
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
        Optional<ForkStatistic> look,
        ChangeRule rule,
        Limits limits,
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
                look,
                rule,
                limits,
                forksToDecide,
                others,
                caveats);
    }

    /** Head over base with its interval, by the statistic that decided; absent where there is none. */
    public Optional<Interval> change() {
        return comparison.flatMap(both -> look.flatMap(both::change));
    }

    /** Head over base; without an interval where a side has one fork alone. */
    public Optional<Double> ratio() {
        return change().map(Interval::estimate).or(() -> base.flatMap(Estimate::value)
                .filter(value -> value > 0)
                .flatMap(value -> head.flatMap(Estimate::value).map(other -> other / value))
                .filter(value -> comparison.isPresent()));
    }

    /** The evidence by the statistic that decided: of the change found, or where none is, the stronger of the two directions. */
    public Optional<Evidence> evidence() {
        Optional<Evidence> slower = comparison.flatMap(Comparison::slower).map(this::decided);
        Optional<Evidence> faster = comparison.flatMap(Comparison::faster).map(this::decided);
        return switch (finding) {
            case REGRESSED -> slower;
            case IMPROVED -> faster;
            case FAILED, INCOMPARABLE, INCONCLUSIVE, MISSING, REMOVED, NEW, OK ->
                slower.isPresent()
                                && faster.isPresent()
                                && faster.get().p() < slower.get().p()
                        ? faster
                        : slower;
        };
    }

    private Evidence decided(Evidence evidence) {
        return look.map(evidence::by).orElse(evidence);
    }

    /** Whether anything could be said about it: decided, or at least measured on both sides with an interval. */
    public boolean judged() {
        return switch (finding) {
            case REGRESSED, IMPROVED, OK -> true;
            case INCONCLUSIVE -> change().isPresent();
            case FAILED, INCOMPARABLE, MISSING, REMOVED, NEW -> false;
        };
    }
}
