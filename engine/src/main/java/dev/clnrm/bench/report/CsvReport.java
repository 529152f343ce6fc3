package dev.clnrm.bench.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run for spreadsheets: RFC 4180, one row for each number: the time and allocation of every case, every percentile that is limited,
 * every law. Base units; shares as fractions. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
public record CsvReport() implements Renderer {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "suite",
            "benchmark",
            "params",
            "label",
            "category",
            "mode",
            "threads",
            "metric",
            "unit",
            "estimate",
            "low",
            "high",
            "confidence",
            "forks",
            "forks_failed",
            "limit_low",
            "limit",
            "critical_limit",
            "headroom",
            "status",
            "critical",
            "gated",
            "rule",
            "because",
            "reason",
            "warnings");

    @Override
    public String render(Report view) {
        StringBuilder out = new StringBuilder();
        line(out, COLUMNS);
        for (CaseView shown : view.cases()) {
            rows(out, shown);
            shown.beside().forEach(one -> secondary(out, shown, one));
        }
        for (LawVerdict law : view.promises().laws()) {
            law(out, law);
        }
        return out.toString();
    }

    private static void rows(StringBuilder out, CaseView shown) {
        for (Metric metric : Metric.values()) {
            List<BudgetVerdict> limits = shown.verdicts().stream()
                    .filter(verdict -> verdict.metric() == metric)
                    .toList();
            Optional<BudgetVerdict> ofMean = limits.stream()
                    .filter(verdict -> verdict.percentile().isEmpty())
                    .findFirst();
            Optional<Estimate> mean = shown.measured()
                    .map(m -> metric == Metric.TIME ? m.time() : m.allocation())
                    .or(() -> ofMean.map(BudgetVerdict::measured));
            if (mean.isPresent() || ofMean.isPresent() || (metric == Metric.TIME && limits.isEmpty())) {
                row(out, shown, metric, Words.of(metric), mean, ofMean);
            }
            limits.stream()
                    .filter(verdict -> verdict.percentile().isPresent())
                    .forEach(verdict -> row(
                            out,
                            shown,
                            metric,
                            BudgetText.limited(verdict),
                            Optional.of(verdict.measured()),
                            Optional.of(verdict)));
        }
    }

    private static void row(
            StringBuilder out,
            CaseView shown,
            Metric metric,
            String what,
            Optional<Estimate> estimate,
            Optional<BudgetVerdict> verdict) {
        Map<String, String> cells = named("case", shown);
        cells.put("metric", what);
        cells.put("unit", Words.unit(metric));
        estimate.ifPresent(e -> estimate(cells, e));
        if (what.equals(Words.of(Metric.TIME))) {
            shown.measured()
                    .ifPresent(m ->
                            cells.put("warnings", codes(m.warnings(), m.time().warnings())));
        }
        cells.put(
                "forks_failed",
                shown.measured().map(Measurement::failed).map(String::valueOf).orElse(""));
        cells.put("gated", String.valueOf(shown.gated()));
        cells.put("status", shown.failed().map(f -> Words.of(f).code()).orElse(""));
        cells.put(
                "reason",
                shown.failed()
                        .flatMap(FailedCase::how)
                        .map(Words::failure)
                        .map(CsvReport::text)
                        .orElse(""));
        verdict.ifPresent(v -> {
            cells.put("limit", number(v.limit()));
            cells.put("critical_limit", v.criticalLimit().map(CsvReport::number).orElse(""));
            cells.put("headroom", v.headroom().map(CsvReport::number).orElse(""));
            cells.put("critical", String.valueOf(v.critical()));
            verdict(cells, StatusLabel.of(v.status()), v.rule(), v.because(), v.reason());
        });
        line(out, COLUMNS.stream().map(c -> cells.getOrDefault(c, "")).toList());
    }

    /** What is said of every row of a case. */
    private static Map<String, String> named(String kind, CaseView shown) {
        Map<String, String> cells = new LinkedHashMap<>();
        CaseName name = shown.name();
        cells.put("kind", kind);
        cells.put("suite", text(name.suite()));
        cells.put("benchmark", text(name.benchmarkInFull()));
        cells.put(
                "params",
                text(name.params().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(","))));
        cells.put("label", shown.budget().label().map(CsvReport::text).orElse(""));
        cells.put("category", shown.budget().category().map(CsvReport::text).orElse(""));
        cells.put("mode", shown.measured().map(m -> m.mode().jmhName()).orElse(""));
        cells.put(
                "threads",
                shown.measured().map(m -> String.valueOf(m.threads())).orElse(""));
        return cells;
    }

    /** What JMH measured beside the time. */
    private static void secondary(StringBuilder out, CaseView shown, Secondary one) {
        Map<String, String> cells = named("secondary", shown);
        cells.put("metric", text(one.name()));
        cells.put("unit", text(one.unit()));
        one.head().ifPresent(e -> estimate(cells, e));
        cells.put("gated", "false");
        line(out, COLUMNS.stream().map(c -> cells.getOrDefault(c, "")).toList());
    }

    private static void law(StringBuilder out, LawVerdict law) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("kind", "law");
        cells.put("label", text(law.law().name()));
        cells.put("metric", LawText.subject(law.law()));
        cells.put("unit", "1");
        estimate(cells, law.measured());
        cells.put("limit_low", number(law.requirement().low()));
        cells.put("limit", number(law.requirement().high()));
        cells.put("gated", "true");
        verdict(cells, StatusLabel.of(law.status()), law.law().place(), Optional.empty(), law.reason());
        line(out, COLUMNS.stream().map(c -> cells.getOrDefault(c, "")).toList());
    }

    private static void estimate(Map<String, String> cells, Estimate estimate) {
        cells.put("estimate", estimate.value().map(CsvReport::number).orElse(""));
        Optional<Interval> interval = estimate.interval();
        cells.put("low", interval.map(i -> number(i.low())).orElse(""));
        cells.put("high", interval.map(i -> number(i.high())).orElse(""));
        cells.put("confidence", interval.map(i -> number(i.confidence())).orElse(""));
        cells.put("forks", String.valueOf(estimate.forks()));
        cells.put("warnings", codes(estimate.warnings(), List.of()));
    }

    static String codes(List<Warning> some, List<Warning> more) {
        return Stream.concat(some.stream(), more.stream())
                .map(Warning::code)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static void verdict(
            Map<String, String> cells, StatusLabel sign, Place rule, Optional<String> because, Optional<String> reason) {
        cells.put("status", sign.code());
        cells.put("rule", text(rule.toLine()));
        cells.put("because", because.map(CsvReport::text).orElse(""));
        cells.put("reason", reason.map(CsvReport::text).orElse(""));
    }

    static String number(double value) {
        return Double.isFinite(value) ? NumberOutput.toString(value, true) : "";
    }

    /** A text from outside: inert, and never a formula. */
    static String text(String text) {
        String inert = Inert.text(text);
        return inert.isEmpty() || "=+-@＝＋－＠␉␍".indexOf(inert.charAt(0)) < 0 ? inert : "'" + inert;
    }

    static void line(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(CsvReport::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String cell) {
        return cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && !cell.startsWith(" ") && !cell.endsWith(" ")
                ? cell
                : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
