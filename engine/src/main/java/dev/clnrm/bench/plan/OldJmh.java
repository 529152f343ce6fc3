package dev.clnrm.bench.plan;

import dev.clnrm.bench.config.JmhVersion;
import dev.clnrm.bench.model.Warmup;

/**
 * The time of a fork of JMH before 1.24, which cannot exchange classes with this program. Its own main class runs the fork in a second
 * JVM, its warm-up has a fixed length, and from 1.18 on its gc profiler sleeps in every iteration.
 */
public final class OldJmh {
    /** The minor version of the first JMH whose forks connect to this program. */
    public static final int FIRST_NEWER = 24;

    /** The longest adaptive warm-up, in seconds: the limit of quick runs, because nothing can end it early. */
    private static final double WARMUP_SECONDS = 2;

    /** The most warm-up iterations. They are few and long, because each may cost a pause. */
    public static final int WARMUPS = 4;

    private static final int FIRST_PAUSING = 18;

    /** How long {@code GCProfiler} of JMH 1.18 to 1.23 waits for notifications at the end of an iteration. */
    private static final double PAUSE_SECONDS = 0.5;

    /** The time for the start and the end of two JVMs, in seconds. */
    private static final double AROUND_SECONDS = 1;

    private OldJmh() {}

    /** Whether a launch has such a JMH. */
    public static boolean isIn(Launch launch) {
        return minor(launch) < FIRST_NEWER;
    }

    /** How long such a JMH sleeps in an iteration, in seconds. */
    public static double pauseSeconds(Launch launch) {
        return minor(launch) < FIRST_PAUSING ? 0 : PAUSE_SECONDS;
    }

    /** The time of a fork's warm-up: a declared number of iterations takes its time, and an adaptive warm-up is short. */
    public static double warmupSeconds(Effort effort) {
        return effort.warmup() instanceof Warmup.Fixed
                ? effort.longestWarmup()
                : Math.min(WARMUP_SECONDS, effort.longestWarmup());
    }

    static double forkSeconds(PlannedCase one) {
        Effort effort = one.effort();
        return AROUND_SECONDS
                + warmupSeconds(effort)
                + effort.measuredSeconds()
                + pauseSeconds(one.launch()) * (WARMUPS + effort.iterations().count());
    }

    private static int minor(Launch launch) {
        return JmhVersion.minor(launch.jmhVersion()).orElse(FIRST_NEWER);
    }
}
