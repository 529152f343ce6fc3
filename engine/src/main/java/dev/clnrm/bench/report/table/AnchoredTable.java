package dev.clnrm.bench.report.table;

import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Style;
import dev.clnrm.bench.report.history.AnchoredPoint;
import dev.clnrm.bench.report.history.AnchoredSeries;
import dev.clnrm.bench.report.history.CaseForecast;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Movement;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.table.Grid.Align;
import dev.clnrm.bench.report.table.Grid.Cell;
import dev.clnrm.bench.report.table.Grid.Column;
import dev.clnrm.bench.stats.ChangePoint;
import java.util.List;
import java.util.Optional;

/**
 * Ratios to an anchor for people: one row per run, and a sentence for each movement.
 *
 * @param limit the most rows; those of the latest commits are shown
 */
record AnchoredTable(Style style, int limit) {
    String render(History history, AnchoredSeries series, Optional<CaseForecast> next) {
        Grid grid = new Grid(List.of(
                new Column("commit", Align.LEFT),
                new Column("started", Align.LEFT),
                new Column("change", Align.RIGHT),
                new Column("interval", Align.LEFT),
                new Column("links", Align.RIGHT),
                new Column("on", Align.LEFT),
                new Column("change point", Align.LEFT),
                new Column("expected", Align.LEFT)));
        int size = series.points().size();
        int from = Math.max(0, size - limit);
        grid.heading(Cell.of(
                "against " + Inert.name(series.anchor()) + ", "
                        + (from == 0 ? "" : "the last " + (size - from) + " of ") + Counts.count(size, "run")
                        + ", by commits",
                Role.HEADING));
        grid.titles(Cell.of("commit", Role.FAINT));
        for (int place = from; place < size; place++) {
            grid.row(cells(history, series, place, next));
        }
        return grid.render(style);
    }

    private static List<Cell> cells(History history, AnchoredSeries series, int place, Optional<CaseForecast> next) {
        AnchoredPoint point = series.points().get(place);
        PastRun run = history.runs().get(point.run());
        return List.of(
                Cell.name(run.what()),
                Cell.of(run.minute()),
                Cell.of(Percents.changed(point.ratio().estimate())),
                Cell.of(Percents.ends(point.ratio())),
                Cell.of(point.links() == 1 ? "" : Integer.toString(point.links())),
                Cell.of(Platform.letter(point.platform())),
                mark(series, place),
                HistoryTable.expected(next, found -> found.ofRatio(series.anchor(), point.run())));
    }

    private static Cell mark(AnchoredSeries series, int place) {
        Optional<ChangePoint> step = series.stepAt(place);
        return step.map(found -> HistoryTable.mark(found.after() / found.before()))
                .or(() -> series.creepAt(place)
                        .map(creep -> place == creep.to()
                                ? HistoryTable.mark(creep.growth().estimate())
                                : Cell.of("│", creep.slower() ? Role.BAD : Role.GOOD)))
                .orElse(Cell.EMPTY);
    }

    /** The movements of the series, one line each. */
    String moved(List<Movement> movements) {
        StringBuilder out = new StringBuilder();
        for (Movement one : movements) {
            boolean slower = one.cases().get(0).ratio() > 1;
            out.append(style.hung("", slower ? Role.BAD : Role.GOOD, slower ? "slower:" : "faster:", one.sentence()));
        }
        return out.toString();
    }
}
