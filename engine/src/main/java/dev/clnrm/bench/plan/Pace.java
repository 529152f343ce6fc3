package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.Warmup;

/**
 * The time of a fork in addition to its measured iterations. Machines differ: touching a heap of 1 GiB takes 20 ms or two
 * seconds.
 *
 * @param aroundSeconds its start, its end and the gaps; in a shared JVM, what the case adds to that
 * @param warmupSeconds an adaptive warm-up
 */
public record Pace(double aroundSeconds, double warmupSeconds) {
    /** The time for the start and the end of a JVM, measured on two shared cores. */
    private static final double AROUND_SECONDS = 0.35;

    /** The time for classes, fixtures and the gaps between iterations. */
    private static final double AROUND_SHARED_SECONDS = 0.05;

    /** The usual number of iterations until times are steady: at least six are needed, and few benchmarks need more than twenty. */
    private static final int WARMUP_ITERATIONS = 10;

    /** The usual pace if nothing was measured on this machine. */
    static Pace usual(Effort effort, boolean shared) {
        return new Pace(
                shared ? AROUND_SHARED_SECONDS : AROUND_SECONDS,
                WARMUP_ITERATIONS * effort.iterations().seconds());
    }

    double forkSeconds(Effort effort) {
        double warmup = effort.warmup() instanceof Warmup.Fixed
                ? effort.longestWarmup()
                : Math.min(effort.longestWarmup(), warmupSeconds);
        return aroundSeconds + warmup + effort.measuredSeconds();
    }
}
