package dev.clnrm.cleanroom.scenario;

import java.time.Duration;

/**
 * The result of a step. Immutable.
 *
 * @param label the step's label
 * @param order its position in the scenario, from 1
 * @param end how it ended
 * @param exitCode 0 for success; 137 if it was killed
 * @param output its standard output, as far as the policy allows
 * @param errorOutput its standard error, as far as the policy allows
 * @param cut whether its output was longer than shown
 * @param duration how long it took; zero if it never started
 */
public record StepResult(
        String label,
        int order,
        End end,
        int exitCode,
        String output,
        String errorOutput,
        boolean cut,
        Duration duration) {

    /** How a step ends. */
    public enum End {
        /** By itself. */
        EXITED,
        /** Its time, or its scenario's, was over. */
        TIMED_OUT,
        /** Its scenario was cancelled, its thread interrupted, or its environment closed. */
        CANCELLED
    }

    /** Whether it ended by itself, with exit code 0. */
    public boolean succeeded() {
        return end == End.EXITED && exitCode == 0;
    }

    /** Whether the other result is equal except for the time. */
    public boolean sameAs(StepResult other) {
        return withDuration(Duration.ZERO).equals(other.withDuration(Duration.ZERO));
    }

    private StepResult withDuration(Duration other) {
        return new StepResult(label, order, end, exitCode, output, errorOutput, cut, other);
    }
}
