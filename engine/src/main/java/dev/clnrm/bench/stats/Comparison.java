package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comparison of one metric of one case. Ratios are head / base of time or bytes per operation: above 1 is worse, in every
 * mode.
 *
 * @param name the case
 * @param mode what its values mean
 * @param metric what is compared
 * @param base the base by itself, in base units
 * @param head the head by itself, in base units
 * @param changes the ratio by each compared statistic, with a two-sided interval at the requested confidence; empty if there is
 *     none
 * @param slower evidence that the head is slower, or allocates more
 * @param faster evidence of the opposite
 * @param precision how precisely {@link #change()} is known; only for time
 * @param warnings the warnings about it, and the reasons why a value is absent
 */
public record Comparison(
        CaseName name,
        Mode mode,
        Metric metric,
        Estimate base,
        Estimate head,
        Map<ForkStatistic, Interval> changes,
        Optional<Evidence> slower,
        Optional<Evidence> faster,
        Optional<Precision> precision,
        List<Warning> warnings) {
    public Comparison {
        EnumMap<ForkStatistic, Interval> copy = new EnumMap<>(ForkStatistic.class);
        copy.putAll(changes);
        changes = Collections.unmodifiableMap(copy);
        warnings = List.copyOf(warnings);
    }

    /** The statistic that decides unless another one proves a change: the fast end of forks, if there is one. */
    public ForkStatistic usual() {
        return metric == Metric.ALLOCATION
                ? ForkStatistic.EXACT
                : changes.containsKey(ForkStatistic.FLOOR) ? ForkStatistic.FLOOR : ForkStatistic.MEAN;
    }

    /** The ratio by the usual statistic; empty if the sides cannot be compared. */
    public Optional<Interval> change() {
        return change(usual());
    }

    /** The ratio by a statistic; empty if that statistic was not compared. */
    public Optional<Interval> change(ForkStatistic look) {
        return Optional.ofNullable(changes.get(look));
    }

    /**
     * Head − base in base units, with limits from the intervals of the sides (Zou &amp; Donner 2008, equation 4), minus the bytes that JMH
     * itself may allocate. Only for allocation, if both sides have several forks.
     */
    public Optional<Interval> difference() {
        if (metric != Metric.ALLOCATION
                || base.interval().isEmpty()
                || head.interval().isEmpty()) {
            return Optional.empty();
        }
        Interval before = base.interval().get();
        Interval after = head.interval().get();
        double estimate = after.estimate() - before.estimate();
        double below = Math.hypot(after.estimate() - after.low(), before.high() - before.estimate());
        double above = Math.hypot(after.high() - after.estimate(), before.estimate() - before.low());
        double ofHarness = ofHarness();
        return Optional.of(new Interval(
                Math.max(-Double.MAX_VALUE, estimate - below - Math.max(0, ofHarness)),
                estimate,
                Math.min(Double.MAX_VALUE, estimate + above - Math.min(0, ofHarness)),
                before.confidence()));
    }

    /** How many more bytes per operation the head may seem to allocate because fewer operations share JMH's own bytes. */
    private double ofHarness() {
        return warnings.stream()
                .filter(Warning.HarnessBytes.class::isInstance)
                .mapToDouble(warning -> ((Warning.HarnessBytes) warning).bytes())
                .sum();
    }

    /** The number of forks of the side with more forks. */
    public int mostForks() {
        return Math.max(base.forks(), head.forks());
    }

    /** The same comparison with other evidence. */
    Comparison withEvidence(Optional<Evidence> ofSlower, Optional<Evidence> ofFaster) {
        return new Comparison(name, mode, metric, base, head, changes, ofSlower, ofFaster, precision, warnings);
    }
}
