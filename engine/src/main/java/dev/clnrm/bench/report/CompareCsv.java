package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Warning;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.LawVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison for spreadsheets: RFC 4180, one row for each metric of each case, and one for each budget and law of the head. Base
 * units; shares as fractions. A text that a spreadsheet would take for a formula has an apostrophe before it.
 */
public record CompareCsv() implements Renderer {
    private static final List<String> COLUMNS = List.of(
            "kind",
            "suite",
            "benchmark",
            "params",
            "mode",
            "metric",
            "unit",
            "verdict",
            "severity",
            "gated",
            "fails",
            "base",
            "head",
            "ratio",
            "low",
            "high",
            "p",
            "adjusted",
            "statistic",
            "base_forks",
            "head_forks",
            "detectable",
            "tolerance",
            "margin",
            "forks_to_decide",
            "limit_low",
            "limit",
            "headroom",
            "rule",
            "waived_until",
            "reason",
            "warnings");

    @Override
    public String render(Report view) {
        StringBuilder out = new StringBuilder();
        CsvReport.line(out, COLUMNS);
        view.compared().verdicts().forEach(verdict -> {
            line(out, cells(view, verdict));
            view.beside(verdict).forEach(one -> line(out, cells(verdict, one)));
        });
        view.compared().promises().budgets().forEach(budget -> line(out, cells(budget)));
        view.compared().promises().laws().forEach(law -> line(out, cells(law)));
        return out.toString();
    }

    private static void line(StringBuilder out, Map<String, String> cells) {
        CsvReport.line(out, COLUMNS.stream().map(c -> cells.getOrDefault(c, "")).toList());
    }

    private static Map<String, String> cells(Report view, ChangeVerdict verdict) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("kind", "case");
        cells.put("suite", CsvReport.text(verdict.name().suite()));
        cells.put("benchmark", CsvReport.text(verdict.name().benchmarkInFull()));
        cells.put("params", params(verdict.name().params()));
        cells.put("mode", verdict.mode().jmhName());
        cells.put("metric", Words.of(verdict.metric()));
        cells.put("unit", Words.unit(verdict.metric()));
        cells.put(
                "verdict",
                view.failure(verdict)
                        .map(failed -> Words.of(failed).code())
                        .orElseGet(() -> Words.of(verdict.finding())));
        cells.put("severity", verdict.severity().map(Words::of).orElse(""));
        cells.put("gated", String.valueOf(verdict.gated()));
        cells.put("fails", String.valueOf(view.compared().fails(verdict)));
        cells.put("base", number(verdict.base().flatMap(Estimate::value)));
        cells.put("head", number(verdict.head().flatMap(Estimate::value)));
        interval(cells, verdict.change(), "ratio");
        cells.put("ratio", number(verdict.ratio()));
        cells.put("p", number(verdict.evidence().map(Evidence::p)));
        cells.put("adjusted", number(verdict.evidence().map(Evidence::adjusted)));
        cells.put("statistic", verdict.look().map(Words::code).orElse(""));
        cells.put(
                "base_forks", String.valueOf(verdict.base().map(Estimate::forks).orElse(0)));
        cells.put(
                "head_forks", String.valueOf(verdict.head().map(Estimate::forks).orElse(0)));
        cells.put(
                "detectable",
                number(verdict.comparison().flatMap(Comparison::precision).map(Comparison.Precision::detectable)));
        cells.put("tolerance", number(Optional.of(verdict.limits().tolerance())));
        cells.put("margin", number(Optional.of(verdict.limits().margin())));
        cells.put(
                "forks_to_decide", verdict.forksToDecide().map(String::valueOf).orElse(""));
        cells.put(
                "rule",
                verdict.rule().place().map(Place::toLine).map(CsvReport::text).orElse(""));
        cells.put(
                "waived_until", verdict.waiver().map(w -> w.until().toString()).orElse(""));
        cells.put("reason", CsvReport.text(String.join("; ", verdict.reasons())));
        cells.put(
                "warnings",
                Stream.concat(
                                verdict.caveats().stream().map(Caveat::code),
                                verdict.comparison().map(Comparison::warnings).orElse(List.of()).stream()
                                        .map(Warning::code))
                        .distinct()
                        .collect(Collectors.joining(" ")));
        return cells;
    }

    /** What JMH measured beside the time: shown, not judged. */
    private static Map<String, String> cells(ChangeVerdict verdict, Secondary one) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("kind", "secondary");
        cells.put("suite", CsvReport.text(verdict.name().suite()));
        cells.put("benchmark", CsvReport.text(verdict.name().benchmarkInFull()));
        cells.put("params", params(verdict.name().params()));
        cells.put("mode", verdict.mode().jmhName());
        cells.put("metric", CsvReport.text(one.name()));
        cells.put("unit", CsvReport.text(one.unit()));
        cells.put("gated", "false");
        cells.put("base", number(one.base().flatMap(Estimate::value)));
        cells.put("head", number(one.head().flatMap(Estimate::value)));
        interval(cells, one.ratio(), "ratio");
        cells.put("ratio", number(one.change()));
        cells.put("base_forks", String.valueOf(one.base().map(Estimate::forks).orElse(0)));
        cells.put("head_forks", String.valueOf(one.head().map(Estimate::forks).orElse(0)));
        cells.put("reason", SecondaryText.moved(verdict, one) ? SecondaryText.MOVED : "");
        return cells;
    }

    private static Map<String, String> cells(BudgetVerdict budget) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("kind", "budget");
        cells.put("suite", CsvReport.text(budget.name().suite()));
        cells.put("benchmark", CsvReport.text(budget.name().benchmarkInFull()));
        cells.put("params", params(budget.name().params()));
        cells.put("metric", BudgetText.limited(budget));
        cells.put("unit", Words.unit(budget.metric()));
        cells.put("verdict", StatusLabel.of(budget.status()).code());
        cells.put("severity", budget.critical() ? "critical" : "");
        measured(cells, budget.measured());
        cells.put("forks_to_decide", budget.forksToDecide().map(String::valueOf).orElse(""));
        cells.put("limit", number(Optional.of(budget.limit())));
        cells.put("headroom", number(budget.headroom()));
        cells.put("rule", CsvReport.text(budget.rule().toLine()));
        cells.put("reason", budget.reason().map(CsvReport::text).orElse(""));
        return cells;
    }

    private static Map<String, String> cells(LawVerdict law) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("kind", "law");
        cells.put("benchmark", CsvReport.text(law.law().name()));
        cells.put("metric", LawText.subject(law.law()));
        cells.put("unit", "1");
        cells.put("verdict", StatusLabel.of(law.status()).code());
        measured(cells, law.measured());
        cells.put("limit_low", number(Optional.of(law.requirement().low())));
        cells.put("limit", number(Optional.of(law.requirement().high())));
        cells.put("rule", CsvReport.text(law.law().place().toLine()));
        cells.put("reason", law.reason().map(CsvReport::text).orElse(""));
        return cells;
    }

    /** A number of the head alone; its interval is of itself and not of a ratio. */
    private static void measured(Map<String, String> cells, Estimate estimate) {
        cells.put("gated", "true");
        interval(cells, estimate.interval(), "head");
        cells.put("head", number(estimate.value()));
        cells.put("head_forks", String.valueOf(estimate.forks()));
        cells.put("warnings", CsvReport.codes(estimate.warnings(), List.of()));
    }

    private static void interval(Map<String, String> cells, Optional<Interval> interval, String estimate) {
        cells.put(estimate, number(interval.map(Interval::estimate)));
        cells.put("low", number(interval.map(Interval::low)));
        cells.put("high", number(interval.map(Interval::high)));
    }

    private static String params(Map<String, String> params) {
        return CsvReport.text(params.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(",")));
    }

    private static String number(Optional<Double> value) {
        return value.map(CsvReport::number).orElse("");
    }
}
