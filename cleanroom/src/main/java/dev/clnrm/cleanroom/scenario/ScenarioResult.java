package dev.clnrm.cleanroom.scenario;

import dev.clnrm.cleanroom.ScenarioException;
import dev.clnrm.cleanroom.policy.AuditRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The result of a scenario. Immutable.
 *
 * @param scenario its name
 * @param declared the number of its steps
 * @param steps the results of its steps, in their order; without the steps after the first failure of a sequential scenario,
 *     which did not run
 * @param audit one record for each of these steps if the policy has level high, in the order in which they ended
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
     * This result, for callers that require success.
     *
     * @throws ScenarioException if a step did not succeed; it names the first one and quotes its error output
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

    /** Whether the other result is equal except for the times: the promise of a deterministic scenario. */
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
