package dev.clnrm.bench.stats;

import java.util.Optional;

/**
 * Something JMH measured of a case beside its time: a percentile, a member of a group, an auxiliary counter, a profiler's result. It is
 * shown and never judged, because nobody says whether more of it is better.
 *
 * @param name as JMH calls it; {@code p99} of a percentile
 * @param unit {@code s/op} for whatever is a time per operation, {@code ops/s} where the sides have two units of rates, else as JMH writes
 *     it; empty where nobody says
 * @param kind what it is
 * @param base the base by itself; absent where it did not measure it
 * @param head the head by itself; absent where it did not measure it
 * @param ratio head / base; absent where the forks do not allow it
 * @param moved whether chance hardly explains the ratio, over all that was measured beside the times of the suite
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

    /** What it is. */
    public enum Kind {
        /** A percentile of the times of single operations. */
        PERCENTILE,
        /** A member of a group, an auxiliary counter, or what a profiler found. */
        RESULT,
        /**
         * For programs alone: what the garbage collector did, and JMH's percentiles of an iteration where those of its histogram are here. Bytes
         * per operation are none of it, they are compared as such.
         */
        DETAIL
    }

    /** The kind of what JMH calls so. */
    public static Kind kind(String name) {
        return name.startsWith("gc.") ? Kind.DETAIL : Kind.RESULT;
    }

    /** Whether it is a time per operation, in seconds. */
    public boolean isTime() {
        return unit.equals(SECONDS);
    }

    /** The ratio without an interval where there is none. */
    public Optional<Double> change() {
        return ratio.map(Interval::estimate).or(() -> base.flatMap(Estimate::value)
                .filter(value -> value > 0)
                .flatMap(value -> head.flatMap(Estimate::value).map(other -> other / value)));
    }
}
