package dev.clnrm.bench.stats;

/** A warning about a result: the closed list. Renderers choose the text for people. */
public sealed interface Warning extends Coded {
    /** No fork finished. */
    record NoForks() implements Warning {}

    /** A single fork does not predict the next one, so there is no interval. */
    record OneFork() implements Warning {}

    /**
     * Some forks failed; the result uses the others.
     *
     * @param failed how many
     * @param of how many were started
     */
    record ForksFailed(int failed, int of) implements Warning {}

    /** All forks gave exactly the same value, for example because of a coarse clock. The interval is a point. */
    record NoSpread() implements Warning {}

    /**
     * A time that is zero or negative has no logarithm, so there is no interval.
     *
     * @param fork the first fork that has one
     * @param value in base units
     */
    record NotPositive(int fork, double value) implements Warning {}

    /**
     * A fork's value is not a number, is infinite or is missing.
     *
     * @param fork the first fork that has one
     */
    record NotFinite(int fork) implements Warning {}

    /** A percentile is requested, but the mode does not record single times. */
    record NoHistogram() implements Warning {}

    /**
     * Fewer than ten samples of a fork lie beyond the percentile.
     *
     * @param percentile in (0, 100]
     * @param samples the number of samples of the smallest fork
     */
    record ThinTail(double percentile, long samples) implements Warning {}

    /** The metric was not measured. */
    record NotMeasured() implements Warning {}

    /**
     * The warm-up reached its limit before times were steady.
     *
     * @param forks in how many forks
     * @param of how many finished
     */
    record NotSteady(int forks, int of) implements Warning {}

    /**
     * The measured iterations still trend in at least half of the forks.
     *
     * @param forks in how many forks
     * @param of how many finished
     */
    record StillTrending(int forks, int of) implements Warning {}

    /**
     * JMH's own bytes may be part of the difference, because the sides share them among different numbers of operations.
     *
     * @param bytes how much more an operation of the head may seem to allocate; negative if the base may
     */
    record HarnessBytes(double bytes) implements Warning {}

    /**
     * The cases do not lie on one power law.
     *
     * @param farthest the largest distance of a case from the fitted line, as a share of it: 0.2 is 20 %
     */
    record OffTheLine(double farthest) implements Warning {}
}
