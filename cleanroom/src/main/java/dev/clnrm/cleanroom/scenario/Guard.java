package dev.clnrm.cleanroom.scenario;

import dev.clnrm.cleanroom.PolicyException;
import dev.clnrm.cleanroom.backend.Backend;
import dev.clnrm.cleanroom.backend.Execution;
import dev.clnrm.cleanroom.policy.AuditRecord;
import dev.clnrm.cleanroom.policy.AuditRecord.Decision;
import dev.clnrm.cleanroom.policy.Policy;
import dev.clnrm.cleanroom.policy.SecurityLevel;
import dev.clnrm.cleanroom.scenario.StepResult.End;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scenario's policy at work; where there is none, it lets everything through. Immutable. */
final class Guard {
    /** Bytes kept of an output where no policy says: more than any test looks at, and no danger to the JVM. */
    private static final int UNLIMITED = 16 << 20;

    private final Optional<Policy> policy;
    private final boolean limits;
    private final boolean audits;

    Guard(Optional<Policy> policy) {
        this.policy = policy;
        this.limits = isAtLeast(SecurityLevel.MEDIUM);
        this.audits = isAtLeast(SecurityLevel.HIGH);
    }

    private boolean isAtLeast(SecurityLevel level) {
        return policy.isPresent() && policy.get().level().isAtLeast(level);
    }

    boolean audits() {
        return audits;
    }

    /** What to keep of an output so that a secret that reaches over the limit is recognised. */
    int captureLimit() {
        return limits
                ? (int) Math.min(
                        Integer.MAX_VALUE,
                        (long) limit() + policy.orElseThrow().redactor().longest())
                : UNLIMITED;
    }

    /** Nanoseconds that a step may take. */
    long stepTime() {
        return limits ? Times.nanos(policy.orElseThrow().stepTime()) : Times.LONGEST;
    }

    /**
     * Looks at the whole scenario before anything runs.
     *
     * @throws PolicyException if any step is forbidden, or the backend is
     */
    void admit(Scenario scenario) {
        if (policy.isEmpty()) {
            return;
        }
        Policy rules = policy.get();
        Backend backend = scenario.backend();
        if (audits && !backend.isolates()) {
            throw refused(
                    scenario,
                    "the backend '" + backend.name() + "' does not isolate, as the policy's level high demands",
                    "run it on SandboxBackend.find()");
        }
        List<String> refusals = new ArrayList<>(0);
        for (int i = 0; i < scenario.steps().size(); i++) {
            Step step = scenario.steps().get(i);
            Optional<String> refusal = rules.refusal(step.command());
            if (refusal.isPresent()) {
                refusals.add("step " + (i + 1) + " '" + step.label() + "': " + refusal.get());
                if (audits) {
                    keep(scenario, record(scenario, i, Decision.REFUSED, refusal.get(), 0, Duration.ZERO));
                }
            }
        }
        if (!refusals.isEmpty()) {
            throw refused(
                    scenario,
                    "nothing was run, for the policy of level " + rules.level() + " refuses "
                            + String.join("; ", refusals),
                    "take the step out, or let the policy allow its command");
        }
    }

    /** What may be shown of an execution. */
    StepResult shown(Step step, int index, End end, Execution execution, Duration duration) {
        int exitCode = end == End.EXITED ? execution.exitCode() : Execution.ENDED;
        if (!limits) {
            return new StepResult(
                    step.label(),
                    index + 1,
                    end,
                    exitCode,
                    execution.output(),
                    execution.errorOutput(),
                    execution.outputCut() || execution.errorOutputCut(),
                    duration);
        }
        return new StepResult(
                step.label(),
                index + 1,
                end,
                exitCode,
                shown(execution.output(), execution.outputCut()),
                shown(execution.errorOutput(), execution.errorOutputCut()),
                isCut(execution.output(), execution.outputCut())
                        || isCut(execution.errorOutput(), execution.errorOutputCut()),
                duration);
    }

    /** Keeps the record of a step that was allowed. */
    AuditRecord audit(Scenario scenario, int index, StepResult result, Decision decision) {
        AuditRecord record = record(scenario, index, decision, "", result.exitCode(), result.duration());
        keep(scenario, record);
        return record;
    }

    private int limit() {
        return policy.orElseThrow().outputLimit();
    }

    /** Of a text that was cut, the last characters may be a part of a secret: they are not shown. */
    private String shown(String text, boolean cut) {
        Policy rules = policy.orElseThrow();
        int whole = cut ? Math.max(0, text.length() - rules.redactor().longest()) : text.length();
        return rules.redactor().redact(text, Math.min(limit(), whole));
    }

    private boolean isCut(String text, boolean cut) {
        return cut || text.length() > limit();
    }

    private AuditRecord record(
            Scenario scenario, int index, Decision decision, String reason, int exitCode, Duration duration) {
        Step step = scenario.steps().get(index);
        return new AuditRecord(
                Instant.now(),
                scenario.environment().sessionId(),
                scenario.name(),
                index + 1,
                step.label(),
                policy.orElseThrow().redactor().redactAll(step.command()),
                scenario.backend().name(),
                decision,
                reason,
                exitCode,
                duration);
    }

    private void keep(Scenario scenario, AuditRecord record) {
        try {
            policy.orElseThrow().log().write(record);
        } catch (IOException e) {
            throw new PolicyException(
                    place(scenario) + ", step " + record.order() + " '" + record.label() + "'",
                    "its audit record cannot be kept: " + e.getMessage(),
                    "let the audit log be written, or lower the policy's level",
                    e);
        }
    }

    private static PolicyException refused(Scenario scenario, String what, String help) {
        return new PolicyException(place(scenario), what, help, null);
    }

    static String place(Scenario scenario) {
        return "session " + scenario.environment().sessionId() + ", scenario '" + scenario.name() + "'";
    }
}
