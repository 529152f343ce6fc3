package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares bytes per operation by Student's test and Fieller's interval of the ratio, on the bytes themselves, because 0 is common. Most
 * code allocates the same to the byte; then any difference is certain. A difference that JMH's own bytes can explain is no
 * evidence.
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
        Values b = ForkLevel.allocations(sides.base()).values();
        Values h = ForkLevel.allocations(sides.head()).values();
        if (none(b) && none(h)) {
            return Optional.empty();
        }
        List<Warning> warnings = new ArrayList<>(base.warnings());
        head.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        Map<ForkStatistic, Interval> changes = new EnumMap<>(ForkStatistic.class);
        Optional<Difference> difference =
                b.size() > 1 && h.size() > 1 ? Optional.of(Difference.pooled(b, h)) : Optional.empty();
        double ofHarness = HarnessBytes.perOperation(sides.head()) - HarnessBytes.perOperation(sides.base());
        double more = ofHarness >= MethodConstants.ONE_BYTE ? ofHarness : 0;
        double less = ofHarness <= -MethodConstants.ONE_BYTE ? ofHarness : 0;
        if (difference.isPresent()) {
            Difference found = difference.get();
            if (matters(found, more, less)) {
                warnings.add(new Warning.HarnessBytes(more + less));
            }
            if (b.stream().allMatch(Metric.ALLOCATION::hasRatios)) {
                changes.put(ForkStatistic.EXACT, ratio(b, h, more, less, confidence));
            }
        }
        return Optional.of(new Comparison(
                sides.name(),
                sides.mode(),
                Metric.ALLOCATION,
                base,
                head,
                changes,
                difference.map(found -> evidence(slower(found, more))),
                difference.map(found -> evidence(faster(found, less))),
                Optional.empty(),
                warnings));
    }

    private static boolean none(Values bytes) {
        return bytes.stream().allMatch(one -> one < MethodConstants.ONE_BYTE);
    }

    private static double slower(Difference found, double ofHarness) {
        return found.less(ofHarness).slower();
    }

    private static double faster(Difference found, double ofHarness) {
        return found.less(ofHarness).faster();
    }

    /** Evidence that stands as if so many cases were judged: it needs no family, because the allocation of few cases varies. */
    private static Evidence evidence(double p) {
        return new Evidence(p, Math.min(1, p * MethodConstants.ALLOCATION_FAMILY), ForkStatistic.EXACT);
    }

    /** Whether a difference is proven only if some of it is not JMH's, or JMH's bytes may be much of it. */
    private static boolean matters(Difference found, double more, double less) {
        boolean apart = proven(slower(found, 0)) || proven(faster(found, 0));
        boolean proven = proven(slower(found, more)) || proven(faster(found, less));
        return more - less > 0
                && apart
                && (!proven || more - less >= MethodConstants.HARNESS_SHARE * Math.abs(found.estimate()));
    }

    private static boolean proven(double p) {
        return evidence(p).adjusted() < MethodConstants.LEVEL;
    }

    /**
     * The ratio of the means head / base with its interval (Fieller 1954): all ratios that Student's test of head − ratio · base does
     * not exclude. So it excludes 1 if and only if the test of the difference does. If the base may be 0, there is no upper limit.
     *
     * @param more bytes of the head that may be JMH's: the lower limit is without them
     * @param less below 0: bytes of the base that may be JMH's: the upper limit is without them
     */
    static Interval ratio(Values base, Values head, double more, double less, double confidence) {
        Difference difference = Difference.pooled(base, head);
        double mean = Moments.of(base).mean();
        double ofHead = Moments.of(head).mean();
        double unit = StudentT.twoSided(confidence, difference.df()) * Math.sqrt(difference.variance()) / mean;
        double g = unit * unit / base.size();
        double estimate = bounded(ofHead / mean);
        if (g >= 1) {
            return new Interval(0, estimate, Double.MAX_VALUE, confidence);
        }
        double low = (ofHead - more) / mean;
        double high = (ofHead - less) / mean;
        return new Interval(
                Math.max(0, (low - unit * fieller(low, g, base, head)) / (1 - g)),
                estimate,
                bounded((high + unit * fieller(high, g, base, head)) / (1 - g)),
                confidence);
    }

    private static double bounded(double ratio) {
        return Math.min(Double.MAX_VALUE, ratio);
    }

    private static double fieller(double ratio, double g, Values base, Values head) {
        return Math.hypot(Math.sqrt((1 - g) / head.size()), ratio / Math.sqrt(base.size()));
    }
}
