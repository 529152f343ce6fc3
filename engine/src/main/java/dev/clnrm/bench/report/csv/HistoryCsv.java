package dev.clnrm.bench.report.csv;

import dev.clnrm.bench.report.history.AnchoredSeries;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Rows;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.HistoryJson;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Interval;
import java.util.List;
import java.util.Optional;

/**
 * A history for spreadsheets, one row per case and run.
 *
 * @param limit the most rows of a case; the newest are shown
 */
public record HistoryCsv(int limit) {
    private static final String COLUMNS = "suite benchmark params mode started run commit platform estimate low high"
            + " confidence bytes forks forks_failed change p base base_ratio"
            + " anchor anchor_ratio anchor_low anchor_high";

    public String render(History history) {
        List<String> platforms = history.names();
        return CsvTable.of(
                COLUMNS,
                history.cases().stream()
                        .flatMap(one -> Rows.of(one, limit).rows().stream()
                                .map(row -> row(
                                        history,
                                        one,
                                        row,
                                        platforms.get(row.series().platform()))))
                        .toList());
    }

    private static Fields row(History history, CaseHistory one, Rows.Row row, String platform) {
        PastRun run = history.run(row.point());
        Optional<AnchoredSeries> series = one.anchored().stream()
                .filter(of -> of.ratioOf(row.point().run()).isPresent())
                .findFirst();
        Optional<Interval> anchored =
                series.flatMap(of -> of.ratioOf(row.point().run()));
        return HistoryJson.point(row)
                .and(CsvTable.row("run", one.key().name()))
                .with("mode", one.key().mode())
                .with("started", run.started())
                .with("run", run.id())
                .with("commit", run.commit())
                .with("platform", platform)
                .with("confidence", history.confidence())
                .with("forks_failed", row.point().failed())
                .with("change", row.step().map(step -> step.after() / step.before()))
                .with("p", row.step().map(ChangePoint::p))
                .with("base", run.base())
                .with("base_ratio", row.point().change().map(Interval::estimate))
                .with("anchor", series.map(AnchoredSeries::anchor))
                .with("anchor_ratio", anchored.map(Interval::estimate))
                .with("anchor_low", anchored.map(Interval::low))
                .with("anchor_high", anchored.map(Interval::high));
    }
}
