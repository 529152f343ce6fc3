package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Compares bytes per operation. Bytes hardly vary from fork to fork, so the medians of forks are compared directly. Evidence is 0
 * if the forks of the sides do not overlap and 1 if they do; it needs no adjustment over the family. A difference that JMH's own
 * bytes can explain is no evidence.
 */
final class AllocationComparison {
    private AllocationComparison() {}

    /** The comparison; empty if a side has no allocation. */
    static Optional<Comparison> of(TwoSides sides, double confidence) {
        Estimate base = ForkLevel.allocation(sides.base(), confidence);
        Estimate head = ForkLevel.allocation(sides.head(), confidence);
        if (base.value().isEmpty() || head.value().isEmpty()) {
            return Optional.empty();
        }
        List<Warning> warnings = new ArrayList<>(base.warnings());
        head.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        Range b = Range.of(sides.base());
        Range h = Range.of(sides.head());
        if (b.high < MethodConstants.ONE_BYTE && h.high < MethodConstants.ONE_BYTE) {
            return Optional.empty();
        }
        double ofHarness = HarnessBytes.perOperation(sides.head()) - HarnessBytes.perOperation(sides.base());
        if (Math.abs(ofHarness) < MethodConstants.ONE_BYTE) {
            ofHarness = 0;
        } else if (matters(b, h, ofHarness)) {
            warnings.add(new Warning.HarnessBytes(ofHarness));
        }
        Map<ForkStatistic, Interval> changes = new EnumMap<>(ForkStatistic.class);
        change(b, h, ofHarness, confidence).ifPresent(change -> changes.put(ForkStatistic.EXACT, change));
        boolean enough = b.forks > 1 && h.forks > 1;
        return Optional.of(new Comparison(
                sides.name(),
                sides.mode(),
                Metric.ALLOCATION,
                b.estimate(base, confidence),
                h.estimate(head, confidence),
                changes,
                enough ? Optional.of(evidence(h.isAbove(b, ofHarness))) : Optional.empty(),
                enough ? Optional.of(evidence(b.isAbove(h, -ofHarness))) : Optional.empty(),
                Optional.empty(),
                warnings));
    }

    /** Whether forks that are apart are so only by what may be JMH's bytes, or these may be much of the difference. */
    private static boolean matters(Range base, Range head, double ofHarness) {
        boolean apart = head.isAbove(base, 0) || base.isAbove(head, 0);
        boolean proven = head.isAbove(base, ofHarness) || base.isAbove(head, -ofHarness);
        double difference = Math.abs(head.median - base.median);
        return apart && (!proven || Math.abs(ofHarness) >= MethodConstants.HARNESS_SHARE * difference);
    }

    private static Evidence evidence(boolean apart) {
        double p = apart ? 0 : 1;
        return new Evidence(p, p, ForkStatistic.EXACT);
    }

    /**
     * The ratio of the medians, with the smallest and the largest ratio of forks as its limits, minus the bytes that JMH itself
     * may allocate. Empty if the base is too small for a ratio.
     */
    private static Optional<Interval> change(Range base, Range head, double ofHarness, double confidence) {
        return Metric.ALLOCATION.hasRatios(base.low) && base.forks > 1 && head.forks > 1
                ? Optional.of(new Interval(
                        Math.max(0, head.low - Math.max(0, ofHarness)) / base.high,
                        head.median / base.median,
                        (head.high - Math.min(0, ofHarness)) / base.low,
                        confidence))
                : Optional.empty();
    }

    private record Range(double low, double median, double high, int forks) {
        /** The median of the forks, with the smallest and the largest fork as its limits. The mean could depend on one odd fork. */
        Estimate estimate(Estimate mean, double confidence) {
            return forks > 1
                    ? new Estimate.Bounded(new Interval(low, median, high, confidence), forks, mean.warnings())
                    : mean;
        }

        /**
         * Whether these forks lie above the others by more than chance. Most code allocates the same to the byte; then any gap counts. If
         * an operation takes milliseconds, JMH's own allocation is shared by few operations and differs from fork to fork. Three forks of
         * the same code lie apart from three others in 5 of 100 cases, and with a gap of at least twice the wider range in 0.07 of 100
         * (simulated for normal values; four against four: 0.003). That forks of the same code lie apart at all is rarer than that from seven
         * against seven on: one of C(14, 7) ways to deal them.
         *
         * @param ofHarness how much more an operation of these forks may seem to allocate because fewer operations share JMH's bytes
         */
        boolean isAbove(Range other, double ofHarness) {
            double deals = CombinatoricsUtils.binomialCoefficientDouble(forks + other.forks, forks);
            double gap = MethodConstants.ALLOCATION_GAP * Math.max(high - low, other.high - other.low);
            return low - Math.max(0, ofHarness) - other.high
                    > (deals * MethodConstants.ALLOCATION_CHANCE > 1 ? 0 : gap);
        }

        static Range of(CaseSamples samples) {
            Values values = ForkLevel.allocations(samples).values();
            double low = values.stream().min().orElseThrow();
            double high = values.stream().max().orElseThrow();
            return new Range(low, Moments.median(values), high, values.size());
        }
    }
}
