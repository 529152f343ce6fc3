package dev.clnrm.bench.report.openmetrics;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.history.Rows;
import dev.clnrm.bench.stats.Interval;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A history in the text format of OpenMetrics 1.0: a gauge for each quantity, a series for each case and platform, a sample for
 * each run, at the time when it started. {@code promtool tsdb create-blocks-from openmetrics} imports it into Prometheus.
 * Prometheus' own Java library refuses two samples of one series, so it cannot write a history.
 *
 * @param limit the most runs of a case; the newest are written
 */
public record HistoryOpenMetrics(int limit) {
    /** A metric family of OpenMetrics, written for every point. Its name ends in its unit. */
    private record Family(String name, String unit, String help, Function<Point, Optional<Double>> value) {}

    private static final List<Family> FAMILIES = List.of(
            new Family("clnrm_bench_time_seconds", "seconds", "Time per operation.", one -> Optional.of(one.seconds())),
            new Family(
                    "clnrm_bench_time_low_seconds",
                    "seconds",
                    "Lower end of the interval of the time.",
                    one -> one.time().interval().map(Interval::low)),
            new Family(
                    "clnrm_bench_time_high_seconds",
                    "seconds",
                    "Upper end of the interval of the time.",
                    one -> one.time().interval().map(Interval::high)),
            new Family("clnrm_bench_allocation_bytes", "bytes", "Bytes allocated per operation.", Point::bytes),
            new Family(
                    "clnrm_bench_base_ratio",
                    "ratio",
                    "Time over that of the base measured beside it.",
                    one -> one.change().map(Interval::estimate)));

    /** The whole text, with the final line {@code # EOF}. */
    public String render(History history) {
        StringBuilder out = new StringBuilder();
        List<String> platforms = history.names();
        for (Family family : FAMILIES) {
            StringBuilder samples = new StringBuilder();
            for (CaseHistory one : history.cases()) {
                samples.append(samples(family, one, history, platforms));
            }
            if (samples.length() > 0) {
                out.append("# TYPE " + family.name + " gauge\n")
                        .append("# UNIT " + family.name + " " + family.unit + "\n")
                        .append("# HELP " + family.name + " " + family.help + "\n")
                        .append(samples);
            }
        }
        return out.append("# EOF\n").toString();
    }

    /**
     * The series of a case. If several runs started in the same millisecond, the last one counts, because a series has one sample
     * at a time.
     */
    private String samples(Family family, CaseHistory one, History history, List<String> platforms) {
        Map<Integer, Map<Instant, Double>> byPlatform = new TreeMap<>();
        for (Rows.Row row : Rows.of(one, limit).rows()) {
            family.value().apply(row.point()).filter(Double::isFinite).ifPresent(value -> byPlatform
                    .computeIfAbsent(row.series().platform(), platform -> new TreeMap<>())
                    .put(Instant.ofEpochMilli(history.run(row.point()).started().toEpochMilli()), value));
        }
        StringBuilder out = new StringBuilder();
        byPlatform.forEach((platform, values) -> {
            String series = family.name() + labels(one, platforms.get(platform));
            values.forEach((time, value) -> out.append(series + " " + value + " "
                    + String.format(Locale.ROOT, "%d.%03d\n", time.getEpochSecond(), time.toEpochMilli() % 1000)));
        });
        return out.toString();
    }

    private static String labels(CaseHistory one, String platform) {
        CaseName name = one.key().name();
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("suite", name.suite());
        labels.put("benchmark", name.benchmarkInFull());
        labels.put("params", Words.params(name.params(), ","));
        labels.put("mode", one.key().mode().jmhName());
        labels.put("platform", platform);
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=\"" + escaped(label.getValue()) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String value) {
        return Inert.text(value).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
