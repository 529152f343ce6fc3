package dev.clnrm.cleanroom.intelligence;

import java.time.Duration;
import java.time.Instant;

/** Times in the database: nanoseconds in 64 bits, limited to their range. */
final class Nanos {
    private static final long PER_SECOND = 1_000_000_000L;

    private Nanos() {}

    /** Nanoseconds since 1970; the range is from 1677-09-21 to 2262-04-11. */
    static long of(Instant time) {
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), PER_SECOND), time.getNano());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a time of " + time + "; it lies between 1677-09-22 and 2262-04-11", e);
        }
    }

    /** Nanoseconds; the range is 292 years. */
    static long of(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a duration of " + duration + "; it is at most 292 years", e);
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }
}
