package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import java.util.List;
import java.util.Optional;

/**
 * What {@code budgets.yaml} says, names not yet looked up.
 *
 * @param path the file's name as people write it
 * @param suites where suites come from, in the order of the file
 * @param build the command that builds a revision in its own work tree
 * @param measure how hard to measure; what is absent is left to {@link Defaults}
 * @param thresholds names for proven slowdowns
 * @param failOn which of them fail the check
 * @param tolerance the change that counts as none
 * @param margin the slowdown that ok excludes, a share of the base
 * @param budgets what cases may cost
 * @param laws relations between cases
 * @param waivers regressions accepted
 * @param hooks commands around the measurement
 * @param notifications who is told
 * @param warnings what is worth knowing about it
 * @param text the file's text, for messages that show it
 */
public record BudgetsFile(
        String path,
        List<SuiteSource> suites,
        Optional<String> build,
        Measure measure,
        Thresholds thresholds,
        FailOn failOn,
        Tolerance tolerance,
        double margin,
        List<BudgetRule> budgets,
        List<LawRule> laws,
        List<Waiver> waivers,
        Hooks hooks,
        Notifications notifications,
        List<Diagnostic> warnings,
        SourceText text) {
    public BudgetsFile {
        suites = List.copyOf(suites);
        budgets = List.copyOf(budgets);
        laws = List.copyOf(laws);
        waivers = List.copyOf(waivers);
        warnings = List.copyOf(warnings);
    }

    /** A file that says nothing. */
    public static BudgetsFile empty(String path) {
        return new BudgetsFile(
                path,
                List.of(),
                Optional.empty(),
                Measure.OPEN,
                Defaults.THRESHOLDS,
                Defaults.FAIL_ON,
                Defaults.TOLERANCE,
                Defaults.MARGIN,
                List.of(),
                List.of(),
                List.of(),
                Hooks.NONE,
                Notifications.NOBODY,
                List.of(),
                new SourceText(path, List.of()));
    }
}
