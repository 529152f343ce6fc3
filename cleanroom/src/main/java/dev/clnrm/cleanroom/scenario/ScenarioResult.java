package dev.clnrm.cleanroom.scenario;

import dev.clnrm.cleanroom.ScenarioException;
import dev.clnrm.cleanroom.policy.AuditRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario did. Immutable.
 *
 * @param scenario its name
 * @param declared how many steps it has
 * @param steps what its steps did, in their order; those after the first failure of a sequential scenario did not run
 *     and are not in it
 * @param audit one record for each of these steps where the policy is of level high, in the order in which they ended
 * @param duration how long it took
 */
public record ScenarioResult(
        String scenario, int declared, List<StepResult> steps, List<AuditRecord> audit, Duration duration) {
    public ScenarioResult {
        steps = List.copyOf(steps);
        audit = List.copyOf(audit);
    }

    /** Whether all its steps ran and succeeded. */
    public boolean succeeded() {
        return steps.size() == declared && firstFailure().isEmpty();
    }

    /** The first of its steps, in their order, that did not succeed. */
    public Optional<StepResult> firstFailure() {
        for (StepResult step : steps) {
            if (!step.succeeded()) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /**
     * This result, for callers that take success for granted.
     *
     * @throws ScenarioException if a step did not succeed; it names the first and quotes its error output
     */
    public ScenarioResult orThrow() {
        firstFailure().ifPresent(step -> {
            throw new ScenarioException(
                    "scenario '" + scenario + "', step " + step.order() + " '" + step.label() + "'",
                    switch (step.end()) {
                        case EXITED -> "exit code " + step.exitCode() + quoted(step.errorOutput());
                        case TIMED_OUT ->
                            "its time was over after " + step.duration().toMillis() + " ms";
                        case CANCELLED -> "it was cancelled";
                    },
                    "see its result: steps().get(" + (step.order() - 1) + ")");
        });
        return this;
    }

    /** Whether the other is the same in everything but the times: what a deterministic scenario promises. */
    public boolean sameAs(ScenarioResult other) {
        if (!scenario.equals(other.scenario) || declared != other.declared || steps.size() != other.steps.size()) {
            return false;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (!steps.get(i).sameAs(other.steps.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String quoted(String errorOutput) {
        String line = errorOutput.strip().lines().findFirst().orElse("");
        return line.isEmpty() ? "" : ": " + line;
    }
}
