package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;

/**
 * Shell commands that run around the measurement, and the notifications of its result.
 *
 * @param beforeRun run before anything is measured
 * @param afterSuite run after each suite
 * @param afterRun run after everything is measured and judged
 * @param onRegression run if a case regressed or is over its budget
 * @param webhook the webhook that receives the result
 * @param email the e-mail notification
 */
public record Hooks(
        List<String> beforeRun,
        List<String> afterSuite,
        List<String> afterRun,
        List<String> onRegression,
        Optional<Webhook> webhook,
        Optional<Email> email) {
    public static final Hooks NONE =
            new Hooks(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Hooks {
        beforeRun = List.copyOf(beforeRun);
        afterSuite = List.copyOf(afterSuite);
        afterRun = List.copyOf(afterRun);
        onRegression = List.copyOf(onRegression);
    }
}
