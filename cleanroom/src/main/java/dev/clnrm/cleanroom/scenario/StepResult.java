package dev.clnrm.cleanroom.scenario;

import java.time.Duration;

/**
 * What a step did. Immutable.
 *
 * @param label the step's label
 * @param order its position in the scenario, from 1
 * @param end how it came to its end
 * @param exitCode 0 where it succeeded; 137 where it was ended by force
 * @param output what it printed, as far as the policy shows it
 * @param errorOutput what it printed as errors, as far as the policy shows it
 * @param cut whether it printed more than is shown
 * @param duration how long it took; zero where its turn never came
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

    /** How a step comes to its end. */
    public enum End {
        /** By itself. */
        EXITED,
        /** Its time, or its scenario's, was over. */
        TIMED_OUT,
        /** Its scenario was cancelled, its thread interrupted, or its environment closed. */
        CANCELLED
    }

    /** Whether it came to its end by itself, with exit code 0. */
    public boolean succeeded() {
        return end == End.EXITED && exitCode == 0;
    }

    /** Whether the other is the same in everything but the time it took. */
    public boolean sameAs(StepResult other) {
        return withDuration(Duration.ZERO).equals(other.withDuration(Duration.ZERO));
    }

    private StepResult withDuration(Duration other) {
        return new StepResult(label, order, end, exitCode, output, errorOutput, cut, other);
    }
}
