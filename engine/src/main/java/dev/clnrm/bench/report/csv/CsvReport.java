package dev.clnrm.bench.report.csv;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.judge.Waived;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.CaseView;
import dev.clnrm.bench.report.Renderer;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.report.json.JsonParts;
import dev.clnrm.bench.report.json.VerdictJson;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run or a comparison for spreadsheets. With one side, each number has a row: the time and allocation of every case, every
 * percentile with a limit, the secondary results, every law. With two sides, each metric of each case has a row, and so have the
 * secondary results and each budget and law of the head.
 */
public record CsvReport() implements Renderer {
    private static final String OF_ONE_SIDE = "kind suite benchmark params label category mode threads metric unit"
            + " estimate low high confidence forks forks_failed limit_low limit critical_limit headroom status critical"
            + " rule because reason warnings";

    private static final String OF_TWO_SIDES =
            "kind suite benchmark params mode metric unit verdict severity gated fails"
                    + " base head ratio low high p adjusted statistic base_forks head_forks detectable tolerance margin"
                    + " forks_to_decide limit_low limit headroom rule waived_until reason warnings"
                    + " difference difference_low difference_high least";

    @Override
    public String render(Report report) {
        return report.change().isPresent() ? twoSides(report) : oneSide(report);
    }

    private static String oneSide(Report report) {
        List<Fields> rows = new ArrayList<>();
        for (CaseView shown : report.cases()) {
            for (Metric metric : Metric.values()) {
                rows.addAll(rows(shown, metric));
            }
            shown.beside().forEach(one -> rows.add(secondary(shown, one)));
        }
        report.promises().laws().forEach(law -> rows.add(law(law)));
        return CsvTable.of(OF_ONE_SIDE, rows);
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
        return CsvTable.law(law)
                .and(measured(law.measured()))
                .with("label", law.law().name());
    }

    private static String twoSides(Report report) {
        List<Fields> rows = new ArrayList<>();
        for (ChangeVerdict verdict : report.verdicts()) {
            rows.add(verdict(report, verdict));
            report.beside(verdict).forEach(one -> rows.add(secondary(verdict, one)));
        }
        report.promises().budgets().forEach(budget -> rows.add(budget(budget)));
        report.promises().laws().forEach(law -> rows.add(lawOfHead(law)));
        return CsvTable.of(OF_TWO_SIDES, rows);
    }

    private static Fields verdict(Report report, ChangeVerdict verdict) {
        Fields row = VerdictJson.of(report, verdict)
                .and(CsvTable.row("case", verdict.name()))
                .and(forks(verdict.base(), verdict.head()))
                .with("difference", verdict.difference().map(Interval::estimate))
                .with("difference_low", verdict.difference().map(Interval::low))
                .with("difference_high", verdict.difference().map(Interval::high))
                .with("least", verdict.least())
                .with("waived_until", verdict.waiver().map(Waived::until))
                .with("reason", String.join("; ", verdict.reasons()))
                .with(
                        "warnings",
                        CsvTable.codes(Stream.concat(
                                verdict.caveats().stream().map(Caveat::code),
                                verdict.comparison().stream()
                                        .flatMap(both -> both.warnings().stream())
                                        .map(Warning::code))));
        report.failure(verdict).ifPresent(failed -> row.with("verdict", Words.of(failed)));
        return row;
    }

    private static Fields secondary(ChangeVerdict verdict, Secondary one) {
        return JsonParts.compared(one, verdict)
                .and(CsvTable.row("secondary", verdict.name()))
                .and(forks(one.base(), one.head()))
                .with("mode", verdict.mode())
                .with("metric", one.name())
                .with("gated", false)
                .with("reason", SecondaryText.moved(verdict, one) ? SecondaryText.MOVED : "");
    }

    private static Fields forks(Optional<Estimate> base, Optional<Estimate> head) {
        return new Fields().with("base_forks", JsonParts.forks(base)).with("head_forks", JsonParts.forks(head));
    }

    private static Fields budget(BudgetVerdict budget) {
        return JsonParts.budget(budget)
                .and(CsvTable.row("budget", budget.name()))
                .and(ofHead(budget.measured()))
                .with("metric", BudgetText.limited(budget))
                .with("verdict", StatusLabel.of(budget.status()))
                .with("severity", budget.critical() ? "critical" : "");
    }

    private static Fields lawOfHead(LawVerdict law) {
        return CsvTable.law(law)
                .and(ofHead(law.measured()))
                .with("benchmark", law.law().name())
                .with("verdict", StatusLabel.of(law.status()));
    }

    /** A number of the head only: its interval is about the number itself, not about a ratio. */
    private static Fields ofHead(Estimate estimate) {
        return new Fields()
                .with("gated", true)
                .with("head", estimate.value())
                .with("head_forks", estimate.forks())
                .with("warnings", CsvTable.codes(estimate.warnings().stream().map(Warning::code)));
    }
}
