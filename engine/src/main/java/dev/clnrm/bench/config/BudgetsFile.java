package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Measure;
import java.time.LocalDate;
import java.util.List;

/**
 * The content of {@code budgets.yaml}, before its names are looked up.
 *
 * @param text the file's text and name, for messages that point into it
 * @param suites the sources of suites, in the order of the file
 * @param build how revisions are built
 * @param measure how to measure; {@link Defaults} supply missing values
 * @param changes which changes count, and their severities
 * @param budgets the budgets of cases
 * @param laws relations between cases
 * @param waivers accepted regressions
 * @param hooks commands around the measurement
 * @param warnings warnings about the file
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

    /** The file's measuring settings with these suites, without budgets, laws and waivers. */
    public BudgetsFile onlyMeasuring(List<SuiteSource> measured) {
        return new BudgetsFile(
                text, measured, build, measure, changes, List.of(), List.of(), List.of(), hooks, warnings);
    }

    /** The file without the waivers that have expired. */
    public BudgetsFile waivingOn(LocalDate today) {
        List<Waiver> valid =
                waivers.stream().filter(waiver -> !waiver.expiredOn(today)).toList();
        return new BudgetsFile(text, suites, build, measure, changes, budgets, laws, valid, hooks, warnings);
    }

    /** The file's name in messages. */
    public String path() {
        return text.name();
    }

    /** An error for each waiver that has expired. */
    public List<Diagnostic> expiredWaivers(LocalDate today) {
        return waivers.stream()
                .filter(waiver -> waiver.expiredOn(today))
                .map(waiver -> text.error(waiver.untilSpot(), waiver + " has expired")
                        .note("today is " + today)
                        .help("fix the regression, or extend the waiver"))
                .toList();
    }
}
