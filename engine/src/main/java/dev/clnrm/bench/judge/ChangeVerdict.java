package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Optional;

/**
 * The verdict on one metric of one case, base compared with head.
 *
 * @param key the case and its mode
 * @param metric the compared metric
 * @param finding the verdict in one word
 * @param regression its severity and waiver; only for regressions
 * @param gated whether it can fail the check
 * @param sides the measured values
 * @param held the rule it is judged by
 * @param forksToDecide about how many forks would decide it; empty unless it is inconclusive
 * @param reasons why it is inconclusive, one clause each
 * @param caveats the restrictions of the comparison
 */
public record ChangeVerdict(
        CaseKey key,
        Metric metric,
        Finding finding,
        Optional<Regression> regression,
        boolean gated,
        Sides sides,
        CaseRule held,
        Optional<Integer> forksToDecide,
        List<String> reasons,
        List<Caveat> caveats) {
    public ChangeVerdict {
        reasons = List.copyOf(reasons);
        caveats = List.copyOf(caveats);
    }

    /**
     * A proven regression.
     *
     * @param severity its severity
     * @param waiver the waiver that accepts it
     */
    public record Regression(Severity severity, Optional<Waived> waiver) {}

    /**
     * The measured values of both sides.
     *
     * @param base the base by itself; empty for a new case
     * @param head the head by itself; empty if the case is missing or removed
     * @param comparison the head compared with the base; empty for cases of one side
     * @param statistic the statistic that decided, whose interval is shown; empty for cases of one side
     */
    public record Sides(
            Optional<Estimate> base,
            Optional<Estimate> head,
            Optional<Comparison> comparison,
            Optional<ForkStatistic> statistic) {
        static Sides of(Comparison both, ForkStatistic statistic) {
            return new Sides(
                    Optional.of(both.base()), Optional.of(both.head()), Optional.of(both), Optional.of(statistic));
        }

        static Sides alone(Optional<Estimate> base, Optional<Estimate> head) {
            return new Sides(base, head, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The rule a case is judged by.
     *
     * @param declared the declared rule
     * @param limits the limits that follow from the rule and the base's value
     */
    public record CaseRule(ChangeRule declared, Limits limits) {}

    /** The same with other reasons. */
    ChangeVerdict because(List<String> others) {
        return new ChangeVerdict(key, metric, finding, regression, gated, sides, held, forksToDecide, others, caveats);
    }

    public CaseName name() {
        return key.name();
    }

    public Mode mode() {
        return key.mode();
    }

    public Optional<Severity> severity() {
        return regression.map(Regression::severity);
    }

    public Optional<Waived> waiver() {
        return regression.flatMap(Regression::waiver);
    }

    public Optional<Estimate> base() {
        return sides.base;
    }

    public Optional<Estimate> head() {
        return sides.head;
    }

    public Optional<Comparison> comparison() {
        return sides.comparison;
    }

    /** The statistic whose interval is shown. */
    public Optional<ForkStatistic> look() {
        return sides.statistic;
    }

    public ChangeRule rule() {
        return held.declared;
    }

    public Limits limits() {
        return held.limits;
    }

    /** Head divided by base with its interval, by the statistic that decided; empty if there is none. */
    public Optional<Interval> change() {
        return comparison().flatMap(both -> sides.statistic.flatMap(both::change));
    }

    /** Head − base with its interval, if the base is too small for a ratio. */
    public Optional<Interval> difference() {
        return change().isPresent() ? Optional.empty() : comparison().flatMap(Comparison::difference);
    }

    /** The amount that the difference has to exceed to count; empty without a difference. */
    public Optional<Double> least() {
        return difference().flatMap(bytes -> base().flatMap(Estimate::value)).map(rule()::leastAt);
    }

    /** Head divided by base; without an interval if a side has only one fork; empty if the base is too small for a ratio. */
    public Optional<Double> ratio() {
        return change().map(Interval::estimate)
                .or(() -> difference().isPresent()
                        ? Optional.empty()
                        : base().flatMap(Estimate::value)
                                .filter(metric::hasRatios)
                                .flatMap(
                                        value -> head().flatMap(Estimate::value).map(other -> other / value)));
    }

    /** The evidence by the statistic that decided: of the change found or, if there is none, of the stronger direction. */
    public Optional<Evidence> evidence() {
        Optional<Evidence> slower = comparison().flatMap(Comparison::slower).map(this::decided);
        Optional<Evidence> faster = comparison().flatMap(Comparison::faster).map(this::decided);
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
        return sides.statistic.map(evidence::by).orElse(evidence);
    }

    /** Whether it could be judged: it is decided, or at least measured on both sides with an interval. */
    public boolean judged() {
        return switch (finding) {
            case REGRESSED, IMPROVED, OK -> true;
            case INCONCLUSIVE -> change().or(this::difference).isPresent();
            case FAILED, INCOMPARABLE, MISSING, REMOVED, NEW -> false;
        };
    }
}
