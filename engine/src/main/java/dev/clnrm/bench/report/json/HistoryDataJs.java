package dev.clnrm.bench.report.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.history.Rows;
import dev.clnrm.bench.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A history in the format of github-action-benchmark's {@code data.js}: a group for each platform, an entry for each run. Times
 * are in nanoseconds per operation; a range is half of the interval.
 *
 * @param limit the most runs of a case; the newest are written
 */
public record HistoryDataJs(int limit) {
    private static final String START = "window.BENCHMARK_DATA = ";

    /** The name of the tool, from which the chart reads the direction. */
    private static final String TOOL = "customSmallerIsBetter";

    private static final double NANOS = 1e9;

    /** The mapper. It escapes {@code <}, because the script may be part of a page. */
    private static final JsonMapper MAPPER = JsonText.mapper("<>&").build();

    /** The whole file. */
    public String render(History history) {
        Map<String, Long> modes =
                history.cases().stream().collect(Collectors.groupingBy(HistoryDataJs::name, Collectors.counting()));
        Map<Integer, Map<Integer, List<Fields>>> benches = new TreeMap<>();
        for (CaseHistory one : history.cases()) {
            String mode = modes.getOrDefault(name(one), 1L) == 1
                    ? ""
                    : " (" + one.key().mode().jmhName() + ")";
            for (Rows.Row row : Rows.of(one, limit).rows()) {
                benches.computeIfAbsent(row.series().platform(), platform -> new TreeMap<>())
                        .computeIfAbsent(row.point().run(), run -> new ArrayList<>())
                        .add(bench(name(one) + mode, row.point()));
            }
        }
        List<String> platforms = history.names();
        Map<String, List<Fields>> entries = new LinkedHashMap<>();
        benches.forEach((platform, runs) -> entries.put(
                platforms.get(platform),
                runs.entrySet().stream()
                        .map(run -> entry(history.runs().get(run.getKey()), run.getValue()))
                        .toList()));
        Instant last = history.runs().stream()
                .map(PastRun::started)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        Fields document = new Fields()
                .with("lastUpdate", last.toEpochMilli())
                .with("repoUrl", "")
                .with("entries", entries);
        return START + JsonText.text(MAPPER.writer(), document) + "\n";
    }

    private static Fields entry(PastRun run, List<Fields> benches) {
        Fields nobody = new Fields().with("name", "").with("username", "").with("email", "");
        return new Fields()
                .with(
                        "commit",
                        new Fields()
                                .with("id", run.commit().orElse(""))
                                .with("message", run.id())
                                .with("timestamp", run.started())
                                .with("url", "")
                                .with("author", nobody)
                                .with("committer", nobody))
                .with("date", run.started().toEpochMilli())
                .with("tool", TOOL)
                .with("benches", benches);
    }

    private static String name(CaseHistory one) {
        return Inert.full(one.key().name());
    }

    private static Fields bench(String name, Point point) {
        return new Fields()
                .with("name", name)
                .with("value", point.seconds() * NANOS)
                .with("unit", "ns/op")
                .maybe("range", point.time().interval().map(HistoryDataJs::range))
                .with("extra", point.forks() + " forks");
    }

    private static String range(Interval interval) {
        return "± " + (float) ((interval.high() - interval.low()) / 2 * NANOS);
    }
}
