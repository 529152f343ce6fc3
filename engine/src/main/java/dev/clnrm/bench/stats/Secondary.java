package dev.clnrm.bench.stats;

import java.util.Optional;

/**
 * A secondary result of JMH: a percentile, a member of a group, an auxiliary counter, a profiler's result. It is shown and never
 * judged, because it is unknown whether more is better.
 *
 * @param name JMH's name; {@code p99} for a percentile
 * @param unit {@code s/op} for times per operation, {@code ops/s} if the sides have rates in different units, else as JMH writes
 *     it; empty if unknown
 * @param kind what it is
 * @param base the base by itself; empty if not measured there
 * @param head the head by itself; empty if not measured there
 * @param ratio head / base; empty if the forks do not allow one
 * @param moved whether the ratio is significant over all secondary results of the suite
 */
public record Secondary(
        String name,
        String unit,
        Kind kind,
        Optional<Estimate> base,
        Optional<Estimate> head,
        Optional<Interval> ratio,
        boolean moved) {
    /** The unit of times per operation. */
    public static final String SECONDS = "s/op";

    /** The kind of a result. */
    public enum Kind {
        /** A percentile of the times of single operations. */
        PERCENTILE,
        /** A member of a group, an auxiliary counter, or a profiler's result. */
        RESULT,
        /**
         * A result for programs only: results of the garbage collector, and JMH's percentiles of an iteration if its histogram is
         * known. Bytes per operation are not among them; they are compared as allocation.
         */
        DETAIL
    }

    /** The kind of a result with this JMH name. */
    public static Kind kind(String name) {
        return name.startsWith("gc.") ? Kind.DETAIL : Kind.RESULT;
    }

    /** Whether it is a time per operation, in seconds. */
    public boolean isTime() {
        return unit.equals(SECONDS);
    }

    /** The ratio; without an interval if there is none. */
    public Optional<Double> change() {
        return ratio.map(Interval::estimate).or(() -> base.flatMap(Estimate::value)
                .filter(value -> value > 0)
                .flatMap(value -> head.flatMap(Estimate::value).map(other -> other / value)));
    }
}
