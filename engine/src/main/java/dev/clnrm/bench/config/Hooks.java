package dev.clnrm.bench.config;

import java.util.List;
import java.util.Optional;

/**
 * Commands run around the measurement, each a line for the shell, and who is told of the result.
 *
 * @param beforeRun before anything is measured
 * @param afterSuite after each suite
 * @param afterRun after everything is measured and judged
 * @param onRegression if something regressed or is over its budget
 * @param webhook a web address that is told of the result
 * @param email people who are told of it by e-mail
 */
public record Hooks(
        List<String> beforeRun,
        List<String> afterSuite,
        List<String> afterRun,
        List<String> onRegression,
        Optional<Webhook> webhook,
        Optional<Email> email) {
    /** No commands, and nobody is told. */
    public static final Hooks NONE =
            new Hooks(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());

    public Hooks {
        beforeRun = List.copyOf(beforeRun);
        afterSuite = List.copyOf(afterSuite);
        afterRun = List.copyOf(afterRun);
        onRegression = List.copyOf(onRegression);
    }
}
