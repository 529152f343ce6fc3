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

/** Applies a scenario's policy; without a policy, it allows everything. Immutable. */
final class Guard {
    /** The characters kept of an output without a policy: more than any test reads, and harmless for the JVM. */
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

    /** The characters to capture of an output, so that a secret across the limit is recognised. */
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
     * Checks the whole scenario before anything runs.
     *
     * @throws PolicyException if the policy forbids a step or the backend
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
                    "the backend '" + backend.name() + "' does not isolate, but the policy's level high requires it",
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
                    "nothing was run, because the policy of level " + rules.level() + " refuses "
                            + String.join("; ", refusals),
                    "remove the step, or let the policy allow its command");
        }
        if (audits) {
            try {
                rules.log().check();
            } catch (IOException e) {
                throw notStored(place(scenario), "nothing was run, because audit records cannot be stored: ", e);
            }
        }
    }

    /** The part of an execution that may be shown. */
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

    /** Stores the record of an allowed step. */
    AuditRecord audit(Scenario scenario, int index, StepResult result, Decision decision) {
        int exitCode = decision == Decision.NOT_RUN ? 0 : result.exitCode();
        AuditRecord record = record(scenario, index, decision, "", exitCode, result.duration());
        keep(scenario, record);
        return record;
    }

    private int limit() {
        return policy.orElseThrow().outputLimit();
    }

    /** The text to show. The last characters of a cut text may be a part of a secret, so they are not shown. */
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
            String step = place(scenario) + ", step " + record.order() + " '" + record.label() + "'";
            throw notStored(step, "its audit record cannot be stored: ", e);
        }
    }

    private static PolicyException notStored(String where, String what, IOException cause) {
        return new PolicyException(
                where, what + cause.getMessage(), "make the audit log writable, or lower the policy's level", cause);
    }

    private static PolicyException refused(Scenario scenario, String what, String help) {
        return new PolicyException(place(scenario), what, help, null);
    }

    static String place(Scenario scenario) {
        return "session " + scenario.environment().sessionId() + ", scenario '" + scenario.name() + "'";
    }
}
