package dev.clnrm.bench.report.csv;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.CaseView;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonParts;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run or a comparison for spreadsheets. With one side it has one row for each number: the time and allocation of every case, every
 * percentile that is limited, what JMH measured beside the time, every law.
 */
public record CsvReport() implements Renderer {
    private static final String COLUMNS = "kind suite benchmark params label category mode threads metric unit"
            + " estimate low high confidence forks forks_failed limit_low limit critical_limit headroom status critical"
            + " rule because reason warnings";

    @Override
    public String render(Report report) {
        if (report.change().isPresent()) {
            return CompareCsv.render(report);
        }
        List<Fields> rows = new ArrayList<>();
        for (CaseView shown : report.cases()) {
            for (Metric metric : Metric.values()) {
                rows.addAll(rows(shown, metric));
            }
            shown.beside().forEach(one -> rows.add(secondary(shown, one)));
        }
        report.promises().laws().forEach(law -> rows.add(law(law)));
        return CsvTable.of(COLUMNS, rows);
    }

    private static List<Fields> rows(CaseView shown, Metric metric) {
        List<BudgetVerdict> limits = shown.verdicts().stream()
                .filter(verdict -> verdict.metric() == metric)
                .toList();
        Optional<BudgetVerdict> ofMean = limits.stream()
                .filter(verdict -> verdict.percentile().isEmpty())
                .findFirst();
        Optional<Estimate> mean = shown.measured()
                .map(one -> metric == Metric.TIME ? one.time() : one.allocation())
                .or(() -> ofMean.map(BudgetVerdict::measured));
        List<Fields> rows = new ArrayList<>();
        if (mean.isPresent() || (metric == Metric.TIME && limits.isEmpty())) {
            Fields row = row(shown, metric, mean, ofMean);
            shown.measured()
                    .filter(one -> metric == Metric.TIME)
                    .ifPresent(one -> row.with(
                            "warnings", codes(Stream.concat(one.warnings().stream(), one.time().warnings().stream()))));
            rows.add(row);
        }
        limits.stream()
                .filter(verdict -> verdict.percentile().isPresent())
                .forEach(
                        verdict -> rows.add(row(shown, metric, Optional.of(verdict.measured()), Optional.of(verdict))));
        return rows;
    }

    private static Fields row(
            CaseView shown, Metric metric, Optional<Estimate> estimate, Optional<BudgetVerdict> verdict) {
        return verdict.map(one -> JsonParts.budget(one))
                .orElseGet(() -> failed(shown.failed()))
                .and(named("case", shown))
                .and(estimate.map(CsvReport::measured).orElseGet(Fields::new))
                .with("metric", verdict.map(BudgetText::limited).orElse(Words.of(metric)))
                .with("unit", Words.unit(metric))
                .with("forks_failed", shown.measured().map(one -> one.forks().failed()));
    }

    private static Fields failed(Optional<FailedCase> failed) {
        return new Fields()
                .with("status", failed.map(Words::of))
                .with("reason", failed.flatMap(FailedCase::how).map(Words::failure));
    }

    private static Fields secondary(CaseView shown, Secondary one) {
        return named("secondary", shown)
                .with("metric", one.name())
                .with("unit", one.unit())
                .and(one.head().map(CsvReport::measured).orElseGet(Fields::new));
    }

    private static Fields named(String kind, CaseView shown) {
        return CsvTable.row(kind, shown.name())
                .with("label", shown.budget().label())
                .with("category", shown.budget().category())
                .with("mode", shown.measured().map(one -> one.forks().mode()))
                .with("threads", shown.measured().map(one -> one.forks().threads()));
    }

    private static Fields measured(Estimate estimate) {
        return JsonParts.estimate(estimate)
                .with("forks", estimate.forks())
                .with("warnings", codes(estimate.warnings().stream()));
    }

    private static String codes(Stream<Warning> warnings) {
        return CsvTable.codes(warnings.map(Warning::code));
    }

    private static Fields law(LawVerdict law) {
        return CsvTable.law(law).and(measured(law.measured())).with("label", law.law().name());
    }
}
