package dev.clnrm.cleanroom.scenario;

import java.time.Duration;

/** Durations as nanoseconds. */
final class Times {
    /** 73 years: later than the end of any run, and far from overflow if it is added to a moment. */
    static final long LONGEST = Long.MAX_VALUE / 4;

    private static final Duration LONGEST_DURATION = Duration.ofNanos(LONGEST);

    private Times() {}

    static long nanos(Duration duration) {
        return duration.compareTo(LONGEST_DURATION) < 0 ? duration.toNanos() : LONGEST;
    }
}
