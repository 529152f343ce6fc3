package dev.clnrm.cleanroom.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One execution of a test. Immutable.
 *
 * @param test the test's name, not blank
 * @param time when it began, from 1677-09-22 to 2262-04-11, with nanoseconds
 * @param success whether it passed
 * @param duration how long it took, not negative, up to 292 years
 * @param error the error; empty if it passed, or if the error is unknown
 * @param usage the resources it used
 */
public record TestExecution(
        String test, Instant time, boolean success, Duration duration, Optional<String> error, ResourceUsage usage) {
    public TestExecution {
        if (test.isBlank()) {
            throw new IllegalArgumentException("an execution has a blank test name");
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException("test '" + test + "': a duration of " + duration + " is negative");
        }
        if (success && error.isPresent()) {
            throw new IllegalArgumentException("test '" + test + "': it passed, and has an error: " + error.get());
        }
        Nanos.of(time);
        Nanos.of(duration);
    }

    /** An execution that passed. */
    public static TestExecution passed(String test, Instant time, Duration duration, ResourceUsage usage) {
        return new TestExecution(test, time, true, duration, Optional.empty(), usage);
    }

    /** An execution that failed. */
    public static TestExecution failed(
            String test, Instant time, Duration duration, String error, ResourceUsage usage) {
        return new TestExecution(test, time, false, duration, Optional.of(error), usage);
    }
}
