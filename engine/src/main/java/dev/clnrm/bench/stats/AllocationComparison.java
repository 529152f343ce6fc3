package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares bytes per operation by Student's test and interval, on logarithms, or on the bytes themselves if the base is too small for a
 * ratio. Most code allocates the same to the byte; then any difference is certain. A difference that JMH's own bytes can explain
 * is no evidence.
 */
final class AllocationComparison {
    private final Values base;
    private final Values head;
    private final boolean ratios;
    private final Comparing how;
    private final Difference difference;
    private final Difference slower;
    private final Difference faster;

    /**
     * Compares forks.
     *
     * @param base the bytes of each fork of the base, at least two
     * @param head the same of the head
     * @param ofHarness how many more bytes of the head may be JMH's
     */
    private AllocationComparison(Values base, Values head, double ofHarness, Comparing how) {
        this.base = base;
        this.head = head;
        this.how = how;
        ratios = base.stream().allMatch(Metric.ALLOCATION::hasRatios);
        difference = ratios ? Difference.pooled(logs(base), logs(head)) : Difference.pooled(base, head);
        slower = difference.less(own(Math.max(0, ofHarness)));
        faster = difference.less(own(Math.min(0, ofHarness)));
    }

    /** The comparison; empty if a side has no allocation. */
    static Optional<Comparison> of(TwoSides sides, Comparing how) {
        Estimate base = ForkLevel.allocation(sides.base(), how.confidence());
        Estimate head = ForkLevel.allocation(sides.head(), how.confidence());
        if (base.value().isEmpty() || head.value().isEmpty()) {
            return Optional.empty();
        }
        Values ofBase = bytes(sides.base());
        Values ofHead = bytes(sides.head());
        if (ofBase.stream().noneMatch(AllocationComparison::some)
                && ofHead.stream().noneMatch(AllocationComparison::some)) {
            return Optional.empty();
        }
        List<Warning> warnings = new ArrayList<>(base.warnings());
        head.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        double ofHarness = HarnessBytes.perOperation(sides.head()) - HarnessBytes.perOperation(sides.base());
        double counted = some(Math.abs(ofHarness)) ? ofHarness : 0;
        Optional<AllocationComparison> compared = ofBase.size() > 1 && ofHead.size() > 1
                ? Optional.of(new AllocationComparison(ofBase, ofHead, counted, how))
                : Optional.empty();
        if (compared.isPresent() && compared.get().mattersWithout(counted)) {
            warnings.add(new Warning.HarnessBytes(counted));
        }
        Map<ForkStatistic, Interval> changes = new EnumMap<>(ForkStatistic.class);
        compared.filter(one -> one.ratios).ifPresent(one -> changes.put(ForkStatistic.EXACT, one.ratio()));
        return Optional.of(new Comparison(
                sides.name(),
                sides.mode(),
                Metric.ALLOCATION,
                base,
                head,
                changes,
                compared.map(one -> evidence(one.slower.slower())),
                compared.map(one -> evidence(one.faster.faster())),
                Optional.empty(),
                warnings));
    }

    private static Values bytes(CaseSamples side) {
        return ForkLevel.allocations(side).values();
    }

    private static boolean some(double bytes) {
        return bytes >= MethodConstants.ONE_BYTE;
    }

    /** Less than one byte is a rounding error, so it has the logarithm of one byte. */
    private static Values logs(Values bytes) {
        return bytes.mapped(one -> Math.log(Math.max(MethodConstants.ONE_BYTE, one)));
    }

    /** What JMH's own bytes may be of the difference; on the log scale infinite if they may be all bytes of the head. */
    private double own(double ofHarness) {
        if (!ratios) {
            return ofHarness;
        }
        double mean = Math.exp(logs(head).mean());
        return Math.log(mean / Math.max(0, mean - ofHarness));
    }

    /** Evidence that stands as if so many cases were judged: it needs no family, because the allocation of few cases varies. */
    private static Evidence evidence(double p) {
        return new Evidence(p, Math.min(1, p * MethodConstants.ALLOCATION_FAMILY), ForkStatistic.EXACT);
    }

    /** Whether a difference is proven only with JMH's bytes, or these may be much of it. */
    private boolean mattersWithout(double ofHarness) {
        double bytes = Moments.of(head).mean() - Moments.of(base).mean();
        return ofHarness != 0
                && (proven(difference.slower()) || proven(difference.faster()))
                && (!(proven(slower.slower()) || proven(faster.faster()))
                        || Math.abs(ofHarness) >= MethodConstants.HARNESS_SHARE * Math.abs(bytes));
    }

    private boolean proven(double p) {
        return evidence(p).adjusted() < how.level();
    }

    /** The ratio head / base. The limits are without JMH's bytes, and a head of less than a byte may be nothing. */
    private Interval ratio() {
        boolean nothing = head.stream().noneMatch(AllocationComparison::some);
        double estimate = nothing
                ? head.mean() / base.mean()
                : difference.ratio(how.confidence()).estimate();
        double low = head.stream().allMatch(AllocationComparison::some)
                ? slower.ratio(how.confidence()).low()
                : 0;
        double high = faster.ratio(how.confidence()).high();
        return new Interval(Math.min(low, estimate), estimate, Math.max(high, estimate), how.confidence());
    }
}
