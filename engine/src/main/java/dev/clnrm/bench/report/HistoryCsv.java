package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.history.Rows;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A history for spreadsheets: RFC 4180, one row a case and run, base units.
 *
 * @param limit how many rows a case has at most; the newest are shown
 */
public record HistoryCsv(int limit) {
    private static final List<String> COLUMNS = List.of(
            "suite",
            "benchmark",
            "params",
            "mode",
            "started",
            "run",
            "commit",
            "platform",
            "estimate",
            "low",
            "high",
            "confidence",
            "bytes",
            "forks",
            "forks_failed",
            "change",
            "p");

    /** The whole. */
    public String render(History history) {
        StringBuilder out = new StringBuilder();
        CsvReport.line(out, COLUMNS);
        for (CaseHistory one : history.cases()) {
            Rows.of(one, limit).rows().forEach(row -> CsvReport.line(out, cells(history, one, row)));
        }
        return out.toString();
    }

    private static List<String> cells(History history, CaseHistory one, Rows.Row row) {
        CaseName name = one.key().name();
        PastRun run = history.run(row.point());
        Point point = row.point();
        return List.of(
                CsvReport.text(name.suite()),
                CsvReport.text(name.benchmarkInFull()),
                CsvReport.text(name.params().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(","))),
                one.key().mode().jmhName(),
                run.started().toString(),
                CsvReport.text(run.id()),
                CsvReport.text(run.commit().orElse("")),
                CsvReport.text(history.platforms().get(row.series().platform()).words()),
                CsvReport.number(point.seconds()),
                point.time()
                        .interval()
                        .map(Interval::low)
                        .map(CsvReport::number)
                        .orElse(""),
                point.time()
                        .interval()
                        .map(Interval::high)
                        .map(CsvReport::number)
                        .orElse(""),
                CsvReport.number(history.confidence()),
                point.bytes().map(CsvReport::number).orElse(""),
                String.valueOf(point.forks()),
                String.valueOf(point.failed()),
                row.step()
                        .map(step -> CsvReport.number(step.after() / step.before()))
                        .orElse(""),
                row.step().map(step -> CsvReport.number(step.p())).orElse(""));
    }
}
