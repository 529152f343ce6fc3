package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.report.Grid.Align;
import dev.clnrm.bench.report.Grid.Cell;
import dev.clnrm.bench.report.Grid.Column;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.judge.BudgetVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every case in a row: what it took, how surely, and how that stands against its budget. */
final class CaseTable {
    private final RunView view;
    private final Grid grid;
    private final String hidden;

    private CaseTable(RunView view, Style style) {
        this.view = view;
        this.hidden = view.besidesHidden();
        this.grid = new Grid(
                style,
                List.of(
                        new Column("case", Align.LEFT),
                        new Column("time/op", Align.AMOUNT),
                        new Column(Percents.level(view.judgement().settings().confidence()) + " ±", Align.AMOUNT),
                        new Column("alloc/op", Align.AMOUNT),
                        new Column("forks", Align.RIGHT),
                        new Column("budget", Align.AMOUNT),
                        new Column("headroom", Align.AMOUNT),
                        new Column("status", Align.LEFT)));
    }

    static String render(RunView view, Style style) {
        return new CaseTable(view, style).table();
    }

    private String table() {
        boolean first = true;
        for (Map.Entry<String, Map<String, List<CaseView>>> suite :
                view.groups().entrySet()) {
            if (!first) {
                grid.gap();
            }
            first = false;
            grid.titles(Inert.name(suite.getKey()));
            suite.getValue().forEach((category, cases) -> {
                if (!category.isEmpty()) {
                    grid.heading(new Cell("  " + Inert.name(category), Role.HEADING));
                }
                cases.forEach(this::rows);
            });
        }
        return grid.render() + (hidden.isEmpty() ? "" : hidden + "\n");
    }

    private void rows(CaseView shown) {
        List<BudgetVerdict> verdicts = shown.verdicts();
        boolean onOneLine = !verdicts.isEmpty() && verdicts.get(0).percentile().isEmpty();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.of((shown.category().isEmpty() ? "  " : "    ") + Inert.name(shown.shortName())));
        Optional<Measurement> measured = shown.measured();
        cells.add(Cell.of(
                measured.map(m -> Amounts.estimate(Metric.TIME, m.time())).orElse(Decimals.NONE)));
        cells.add(Cell.of(measured.map(m -> precision(m.time())).orElse("")));
        cells.add(Cell.of(measured.map(m -> Amounts.estimate(Metric.ALLOCATION, m.allocation()))
                .orElse(Decimals.NONE)));
        cells.add(Cell.of(measured.map(CaseTable::forks).orElse("0")));
        if (onOneLine) {
            cells.addAll(promise(verdicts.get(0), shown.gated()));
        } else {
            cells.addAll(List.of(Cell.EMPTY, Cell.EMPTY, unpromised(shown)));
        }
        grid.row(cells);
        verdicts.stream().skip(onOneLine ? 1 : 0).forEach(verdict -> further(verdict, shown));
        if (hidden.isEmpty()) {
            shown.besideLimits().forEach(one -> beside(one, shown));
        }
    }

    /** What JMH measured beside the time. */
    private void beside(Secondary one, CaseView shown) {
        grid.row(List.of(
                Cell.faint((shown.category().isEmpty() ? "    " : "      ") + Inert.name(one.name())),
                Cell.of(SecondaryText.amount(one, one.head())),
                Cell.of(one.head().map(this::precision).orElse("")),
                Cell.EMPTY,
                Cell.of(SecondaryText.forks(one)),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY));
    }

    /** A further limit of the case in a row of its own. */
    private void further(BudgetVerdict verdict, CaseView shown) {
        boolean percentile = verdict.percentile().isPresent();
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.faint((shown.category().isEmpty() ? "    " : "      ") + BudgetText.limited(verdict)));
        cells.add(percentile ? Cell.of(Amounts.estimate(verdict.metric(), verdict.measured())) : Cell.EMPTY);
        cells.add(percentile ? Cell.of(precision(verdict.measured())) : Cell.EMPTY);
        cells.addAll(List.of(Cell.EMPTY, Cell.EMPTY));
        cells.addAll(promise(verdict, shown.gated()));
        grid.row(cells);
    }

    private static List<Cell> promise(BudgetVerdict verdict, boolean gated) {
        StatusLabel sign = StatusLabel.of(verdict.status());
        return List.of(
                Cell.of(Amounts.limit(verdict.metric(), verdict.limit())),
                Cell.of(verdict.headroom().map(Percents::headroom).orElse(Decimals.NONE)),
                new Cell(sign + (verdict.critical() ? ", critical" : "") + (gated ? "" : ", not gated"), sign.role()));
    }

    private static Cell unpromised(CaseView shown) {
        return shown.verdicts().isEmpty() && shown.failed().isPresent()
                ? new Cell(
                        Words.of(shown.failed().get()) + (shown.gated() ? "" : ", not gated"),
                        Words.of(shown.failed().get()).role())
                : Cell.EMPTY;
    }

    private String precision(Estimate estimate) {
        double usual = view.judgement().settings().confidence();
        return estimate.interval()
                .map(interval -> Percents.precision(interval) + Percents.unusual(interval, usual))
                .orElse("");
    }

    /** How many forks finished, of how many where some did not. */
    static String forks(Measurement measured) {
        return measured.failed() == 0
                ? String.valueOf(measured.forks())
                : measured.forks() + "/" + (measured.forks() + measured.failed());
    }
}
