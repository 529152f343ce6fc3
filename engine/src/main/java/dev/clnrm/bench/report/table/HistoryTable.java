package dev.clnrm.bench.report.table;

import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.history.AnchoredSeries;
import dev.clnrm.bench.report.history.CaseForecast;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Movement;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Rows;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A history for people: one block per case, one row per run.
 *
 * @param limit the most rows of a case; the newest are shown
 * @param forecast whether it has the expected range of each value and of the next one
 */
public record HistoryTable(Style style, int limit, boolean forecast) {
    /** The whole text, with a line feed at its end. */
    public String render(History history) {
        StringBuilder out = new StringBuilder();
        TreeSet<Integer> platforms = new TreeSet<>();
        AnchoredTable anchored = new AnchoredTable(style, limit);
        for (CaseHistory one : history.cases()) {
            Rows rows = Rows.of(one, limit);
            Optional<CaseForecast> next = forecast ? Optional.of(CaseForecast.of(one)) : Optional.empty();
            out.append(block(history, one, rows, next)).append('\n');
            for (AnchoredSeries series : one.anchored()) {
                if (series.points().size() > 1) {
                    out.append(anchored.render(history, series, next)).append('\n');
                }
            }
            next.ifPresent(found -> out.append(found.sentence()).append("\n\n"));
            rows.rows().forEach(row -> platforms.add(row.series().platform()));
        }
        String moved = anchored.moved(Movement.all(history));
        out.append(moved).append(moved.isEmpty() ? "" : "\n");
        for (int platform : platforms) {
            out.append(Platform.letter(platform) + ": "
                    + history.platforms().get(platform).words() + "\n");
        }
        if (platforms.size() > 1) {
            out.append("times of " + platforms.stream().map(Platform::letter).collect(Collectors.joining(" and "))
                    + " are separate series: runs on different machines, JDKs or flags are not compared\n");
        }
        return out.toString();
    }

    private String block(History history, CaseHistory one, Rows rows, Optional<CaseForecast> next) {
        Grid grid = new Grid(List.of(
                new Column("started", Align.LEFT),
                new Column("run", Align.LEFT, true),
                new Column("commit", Align.LEFT),
                new Column("time/op", Align.AMOUNT),
                new Column("interval", Align.AMOUNT),
                new Column("forks", Align.RIGHT, true),
                new Column("on", Align.LEFT),
                new Column("change point", Align.LEFT),
                new Column("against", Align.LEFT),
                new Column("expected", Align.LEFT)));
        grid.heading(Cell.of(
                Inert.name(one.key().name()) + "  " + one.key().mode().jmhName() + ", " + rows.words(), Role.HEADING));
        grid.titles(Cell.of("started", Role.HEADING));
        rows.rows().forEach(row -> grid.row(cells(history, row, next)));
        return grid.render(style);
    }

    private static List<Cell> cells(History history, Rows.Row row, Optional<CaseForecast> next) {
        PastRun run = history.run(row.point());
        return List.of(
                Cell.of(run.minute()),
                Cell.name(run.id()),
                Cell.of(run.shortCommit()),
                Cell.of(Amounts.estimate(Metric.TIME, row.point().time())),
                Cell.of(row.point()
                        .time()
                        .interval()
                        .map(interval -> Amounts.range(Metric.TIME, interval))
                        .orElse("")),
                Cell.of(row.point().forks()
                        + (row.point().failed() == 0
                                ? ""
                                : " of " + (row.point().forks() + row.point().failed()))),
                Cell.of(Platform.letter(row.series().platform())),
                row.step().map(step -> mark(step.after() / step.before())).orElse(Cell.EMPTY),
                row.point()
                        .change()
                        .map(change -> Cell.of(Percents.changed(change.estimate()) + "  "
                                + Inert.name(run.base().orElse(""))))
                        .orElse(Cell.EMPTY),
                expected(
                        next,
                        found -> found.ofTime(
                                row.series().platform(), row.point().run())));
    }

    /** The range in which the value of this row was expected. */
    static Cell expected(Optional<CaseForecast> next, Function<CaseForecast, Optional<CaseForecast.Expected>> of) {
        return next.flatMap(found ->
                        of.apply(found).map(one -> Cell.of(found.range(one), one.inside() ? Role.FAINT : Role.CARE)))
                .orElse(Cell.EMPTY);
    }

    /** The cell that marks a change in this row. */
    static Cell mark(double ratio) {
        return Cell.of("◂ " + Percents.changed(ratio), ratio > 1 ? Role.BAD : Role.GOOD);
    }
}
