package dev.clnrm.bench.config;

import java.util.List;

/**
 * Commands run around the measurement, each a line for the shell.
 *
 * @param beforeRun before anything is measured
 * @param afterSuite after each suite
 * @param afterRun after everything is measured and judged
 * @param onRegression for a regression; this version does not run them
 */
public record Hooks(List<String> beforeRun, List<String> afterSuite, List<String> afterRun, List<String> onRegression) {
    /** No commands. */
    public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of(), List.of());

    public Hooks {
        beforeRun = List.copyOf(beforeRun);
        afterSuite = List.copyOf(afterSuite);
        afterRun = List.copyOf(afterRun);
        onRegression = List.copyOf(onRegression);
    }
}
