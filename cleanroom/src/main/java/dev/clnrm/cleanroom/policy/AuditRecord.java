package dev.clnrm.cleanroom.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The outcome of one step at level high. Immutable.
 *
 * @param at when the step was refused, or ended
 * @param session the environment it ran in
 * @param scenario the scenario's name
 * @param order position of the step in its scenario, from 1
 * @param label the step's label
 * @param command its command, with secrets removed
 * @param backend the name of its backend
 * @param decision its outcome
 * @param reason why it was refused; empty otherwise
 * @param exitCode its exit code; 0 if it did not run
 * @param duration how long it ran
 */
public record AuditRecord(
        Instant at,
        String session,
        String scenario,
        int order,
        String label,
        List<String> command,
        String backend,
        Decision decision,
        String reason,
        int exitCode,
        Duration duration) {

    /** The outcome of a step. */
    public enum Decision {
        /** It was allowed and ended by itself. */
        RAN,
        /** It was allowed and was killed, or its backend failed. */
        ENDED,
        /** It was allowed, but the time was over or the run was cancelled before it started. */
        NOT_RUN,
        /** It was not allowed. */
        REFUSED
    }

    public AuditRecord {
        command = List.copyOf(command);
    }

    /** One line of JSON: an object whose members are the components, times in ISO 8601 and seconds. */
    public String toJson() {
        return String.join(
                "",
                "{\"at\":",
                quoted(at.toString()),
                ",\"session\":",
                quoted(session),
                ",\"scenario\":",
                quoted(scenario),
                ",\"order\":",
                Integer.toString(order),
                ",\"label\":",
                quoted(label),
                ",\"command\":",
                command.stream().map(AuditRecord::quoted).collect(Collectors.joining(",", "[", "]")),
                ",\"backend\":",
                quoted(backend),
                ",\"decision\":",
                quoted(decision.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                ",\"reason\":",
                quoted(reason),
                ",\"exitCode\":",
                Integer.toString(exitCode),
                ",\"seconds\":",
                String.format(Locale.ROOT, "%.6f", duration.toNanos() / 1e9),
                "}");
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || Character.isSurrogate(c)) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
