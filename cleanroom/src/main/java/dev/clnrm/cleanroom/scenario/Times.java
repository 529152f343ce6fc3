package dev.clnrm.cleanroom.scenario;

import java.time.Duration;

/** Durations as nanoseconds. */
final class Times {
    /** 73 years: later than any moment a run ends, and far from overflow where it is added to one. */
    static final long LONGEST = Long.MAX_VALUE / 4;

    private static final Duration LONGEST_DURATION = Duration.ofNanos(LONGEST);

    private Times() {}

    static long nanos(Duration duration) {
        return duration.compareTo(LONGEST_DURATION) < 0 ? duration.toNanos() : LONGEST;
    }
}
