package dev.clnrm.bench.report.table;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.CaseView;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Decimals;
import dev.clnrm.bench.report.MarkdownText;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A row for every case of one side: its amounts, their precision, and their distance from the budget. */
public final class CaseTable {
    private static final String UNITS_OF_JMH = "[A-Za-z]{1,6}(/(op|us|ns|ms|s|sec|min))?|#(/op)?|%";
    private static final List<Cell> NO_BUDGET = List.of(Cell.EMPTY, Cell.EMPTY);

    private final Grid grid;
    private final double usual;

    private CaseTable(double usual) {
        this.usual = usual;
        this.grid = new Grid(List.of(
                new Column("case", Align.LEFT),
                new Column("time/op", Align.AMOUNT),
                new Column(Percents.level(usual) + " ±", Align.AMOUNT),
                new Column("alloc/op", Align.AMOUNT),
                new Column("forks", Align.RIGHT, true),
                new Column("budget", Align.AMOUNT),
                new Column("headroom", Align.AMOUNT, true),
                new Column("status", Align.LEFT)));
    }

    public static Grid of(Report view) {
        CaseTable table = new CaseTable(view.promises().rules().confidence());
        boolean beside = omitted(view).isEmpty();
        groups(view).forEach((suite, categories) -> {
            table.grid.titles(Cell.name(suite).painted(Role.HEADING));
            categories.forEach((category, cases) -> {
                if (!category.isEmpty()) {
                    table.grid.heading(Cell.name("  ", category, "").painted(Role.HEADING));
                }
                cases.forEach(one -> table.rows(one, beside));
            });
        });
        return table.grid;
    }

    /** What the table does not show: why a budget passes that an amount seems to exceed, and how many results it omits. */
    public static String notes(Report view) {
        return omitted(view)
                + view.promises().budgets().stream()
                        .flatMap(verdict -> BudgetText.passing(verdict).stream())
                        .distinct()
                        .map(reason -> reason + "\n")
                        .collect(Collectors.joining());
    }

    /** A note about the secondary results that the table omits; empty if it shows all of them. */
    private static String omitted(Report view) {
        long rows = view.cases().stream()
                .mapToLong(one -> one.besideLimits().size())
                .sum();
        return rows <= SecondaryText.MOST_ROWS
                ? ""
                : "… and " + Counts.count(rows, "secondary result") + ": --format csv and json show all\n";
    }

    /** The cases by suite and category, each in the order in which it first appears; cases without a category come first. */
    private static Map<String, Map<String, List<CaseView>>> groups(Report view) {
        Map<String, Map<String, List<CaseView>>> groups = new LinkedHashMap<>();
        for (CaseView one : view.cases()) {
            groups.computeIfAbsent(one.name().suite(), suite -> new LinkedHashMap<>(Map.of("", new ArrayList<>())))
                    .computeIfAbsent(one.category(), category -> new ArrayList<>())
                    .add(one);
        }
        groups.values().forEach(categories -> categories.values().removeIf(List::isEmpty));
        return groups;
    }

    private void rows(CaseView shown, boolean beside) {
        String indent = shown.category().isEmpty() ? "  " : "    ";
        List<BudgetVerdict> verdicts = shown.verdicts();
        boolean onOneLine = !verdicts.isEmpty() && verdicts.get(0).percentile().isEmpty();
        Optional<Measurement> measured = shown.measured();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.name(indent, shown.shortName(), ""),
                Cell.of(measured.map(m -> Amounts.estimate(Metric.TIME, m.time()))
                        .orElse(Decimals.NONE)),
                measured.map(m -> precision(m.time())).orElse(Cell.EMPTY),
                Cell.of(measured.map(m -> Amounts.estimate(Metric.ALLOCATION, m.allocation()))
                        .orElse(Decimals.NONE)),
                Cell.of(measured.map(CaseTable::forks).orElse("0"))));
        if (onOneLine) {
            cells.addAll(budget(verdicts.get(0)));
        } else {
            cells.addAll(NO_BUDGET);
            cells.add(shown.failed()
                    .filter(failed -> verdicts.isEmpty())
                    .map(failed -> Cell.of(Words.of(failed), ""))
                    .orElse(Cell.EMPTY));
        }
        grid.row(cells);
        verdicts.stream().skip(onOneLine ? 1 : 0).forEach(verdict -> further(indent, verdict));
        if (beside) {
            shown.besideLimits().forEach(one -> beside(indent, one));
        }
    }

    /** A row for another limit of the case. */
    private void further(String indent, BudgetVerdict verdict) {
        boolean percentile = verdict.percentile().isPresent();
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.of(BudgetText.limited(verdict)).under(indent),
                percentile ? Cell.of(Amounts.estimate(verdict.metric(), verdict.measured())) : Cell.EMPTY,
                percentile ? precision(verdict.measured()) : Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY));
        cells.addAll(budget(verdict));
        grid.row(cells);
    }

    /** A row for a secondary result. */
    private void beside(String indent, Secondary one) {
        grid.row(List.of(
                Cell.name(one.name()).under(indent),
                amount(one, one.head()),
                one.head().map(this::precision).orElse(Cell.EMPTY),
                Cell.EMPTY,
                Cell.of(SecondaryText.forks(one)),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY));
    }

    private static List<Cell> budget(BudgetVerdict verdict) {
        return List.of(
                Cell.of(Amounts.limit(verdict.metric(), verdict.limit())),
                Cell.of(verdict.headroom().map(Percents::headroom).orElse(Decimals.NONE)),
                Cell.of(StatusLabel.of(verdict.status()), verdict.critical() ? ", critical" : ""));
    }

    private Cell precision(Estimate estimate) {
        return Cell.of(estimate.interval()
                .map(interval -> Percents.precision(interval) + Percents.unusual(interval, usual))
                .orElse(""));
    }

    /** The number of finished forks, and of all forks if some failed. */
    private static String forks(Measurement measured) {
        Measurement.MeasuredForks forks = measured.forks();
        return forks.failed() == 0
                ? String.valueOf(forks.finished())
                : forks.finished() + "/" + (forks.finished() + forks.failed());
    }

    /** The amount of a secondary result. In Markdown, a unit that is not one of JMH's own is printed as code. */
    static Cell amount(Secondary one, Optional<Estimate> side) {
        Cell plain = Cell.of(SecondaryText.amount(one, side));
        String unit = SecondaryText.unit(one, side);
        return unit.isEmpty() || unit.matches(UNITS_OF_JMH)
                ? plain
                : new Cell(
                        "",
                        "",
                        plain.words(),
                        plain.role(),
                        MarkdownText.unbroken(SecondaryText.number(one, side) + " ") + MarkdownText.code(unit));
    }
}
