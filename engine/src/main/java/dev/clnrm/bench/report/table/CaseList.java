package dev.clnrm.bench.report.table;

import dev.clnrm.bench.config.DeclaredCase;
import dev.clnrm.bench.config.DeclaredSuite;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Optional;

/** The list of declared cases that {@code clnrm-bench list} prints. */
public final class CaseList {
    private CaseList() {}

    /** The table for people: a row for each case, by suite. */
    public static String table(List<DeclaredSuite> suites, Style style) {
        Grid grid = new Grid(List.of(
                new Column("case", Align.LEFT),
                new Column("mode", Align.LEFT),
                new Column("time/op at most", Align.AMOUNT),
                new Column("of", Align.LEFT),
                new Column("alloc/op at most", Align.AMOUNT),
                new Column("groups", Align.LEFT)));
        int cases = 0;
        for (DeclaredSuite suite : suites) {
            cases += suite.cases().size();
            grid.titles(Cell.name(suite.spec().name()).painted(Role.HEADING));
            suite.cases().forEach(declared -> row(grid, declared));
        }
        return grid.render(style)
                + (suites.isEmpty() ? "" : "\n")
                + Counts.count(cases, "case") + " in " + Counts.count(suites.size(), "suite") + "\n";
    }

    private static void row(Grid grid, DeclaredCase declared) {
        grid.row(List.of(
                Cell.name("  ", Words.inSuite(declared.name()), ""),
                Cell.of(declared.benchmark().mode().map(Mode::jmhName).orElse("")),
                Cell.of(limit(Metric.TIME, declared.budget().time())),
                Cell.of(
                        declared.budget()
                                .time()
                                .flatMap(Limit::percentile)
                                .map(Percents::percentile)
                                .orElse(""),
                        Role.FAINT),
                Cell.of(limit(Metric.ALLOCATION, declared.budget().allocation())),
                Cell.of(Inert.sentence(String.join(", ", declared.benchmark().groups())))));
    }

    private static String limit(Metric metric, Optional<? extends Limit<?>> limit) {
        return limit.map(l -> Amounts.limit(metric, l.atMost().base())).orElse("");
    }
}
