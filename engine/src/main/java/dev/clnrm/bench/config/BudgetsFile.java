package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import java.time.LocalDate;
import java.util.List;

/**
 * What {@code budgets.yaml} says, names not yet looked up.
 *
 * @param text the file's text and name, for messages that point into it
 * @param suites where suites come from, in the order of the file
 * @param build how revisions are built
 * @param measure how hard to measure; what is absent is left to {@link Defaults}
 * @param changes which changes count
 * @param budgets what cases may cost
 * @param laws relations between cases
 * @param waivers regressions accepted
 * @param hooks commands around the measurement
 * @param warnings what is worth knowing about it
 */
public record BudgetsFile(
        SourceText text,
        List<SuiteSource> suites,
        BuildRule build,
        Measure measure,
        ChangeLimits changes,
        List<BudgetRule> budgets,
        List<LawRule> laws,
        List<Waiver> waivers,
        Hooks hooks,
        List<Diagnostic> warnings) {
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
                new SourceText(path, List.of()),
                List.of(),
                BuildRule.NONE,
                Measure.OPEN,
                Defaults.CHANGES,
                List.of(),
                List.of(),
                List.of(),
                Hooks.NONE,
                List.of());
    }

    /** What it says of measuring these suites; it holds them to nothing. */
    public BudgetsFile onlyMeasuring(List<SuiteSource> measured) {
        return new BudgetsFile(
                text, measured, build, measure, changes, List.of(), List.of(), List.of(), hooks, warnings);
    }

    /** The file's name as people write it. */
    public String path() {
        return text.name();
    }

    /** An error for each waiver whose last day is past. */
    public List<Diagnostic> expiredWaivers(LocalDate today) {
        return waivers.stream()
                .filter(waiver -> waiver.expiredOn(today))
                .map(waiver -> text.error(waiver.untilSpot(), waiver + " has expired")
                        .note("today is " + today)
                        .help("fix the regression, or extend the waiver"))
                .toList();
    }
}
