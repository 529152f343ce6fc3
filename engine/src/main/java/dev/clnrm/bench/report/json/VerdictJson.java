package dev.clnrm.bench.report.json;

import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.Waived;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.Precision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes one metric of one case, base against head, as JSON. */
public final class VerdictJson {
    private VerdictJson() {}

    public static Fields of(Report report, ChangeVerdict verdict) {
        Optional<Comparison> both = verdict.comparison();
        Optional<Precision> precision = both.flatMap(Comparison::precision);
        Budget budget = report.budget(verdict.name());
        return JsonParts.name(verdict.name())
                .with("metric", verdict.metric())
                .with("unit", Words.unit(verdict.metric()))
                .with("verdict", verdict.finding())
                .with("severity", verdict.severity())
                .with("gated", verdict.gated())
                .with("base", verdict.base().flatMap(Estimate::value))
                .with("head", verdict.head().flatMap(Estimate::value))
                .with("statistic", verdict.look())
                .with("ratio", verdict.ratio())
                .and(JsonParts.ends(verdict.change()))
                .with("p", verdict.evidence().map(Evidence::p))
                .with("adjusted", verdict.evidence().map(Evidence::adjusted))
                .with("forks", List.of(JsonParts.forks(verdict.base()), JsonParts.forks(verdict.head())))
                .with("detectable", precision.map(Precision::detectable))
                .with("tolerance", verdict.limits().tolerance())
                .with("margin", verdict.limits().margin())
                .with(
                        "warnings",
                        Stream.concat(
                                        verdict.caveats().stream(),
                                        both.map(Comparison::warnings).orElse(List.of()).stream())
                                .toList())
                .with("rule", verdict.rule().place())
                .with("difference", verdict.difference().map(bytes -> new Fields()
                        .with("bytes", bytes.estimate())
                        .and(JsonParts.ends(Optional.of(bytes)))
                        .with("least", verdict.least())))
                .with("mode", verdict.mode())
                .with("fails", report.compared().fails(verdict))
                .with("statistics", both.map(VerdictJson::statistics).orElseGet(Fields::new))
                .with("spread", precision.map(Precision::spread))
                .with("forks_to_decide", verdict.forksToDecide())
                .with("reasons", verdict.reasons())
                .with("waiver", verdict.waiver().map(VerdictJson::waiver))
                .with("label", budget.label())
                .with("because", budget.because())
                .and(JsonParts.secondary(
                        report.compared().secondary(verdict), one -> JsonParts.compared(one, verdict)));
    }

    private static Fields statistics(Comparison both) {
        Fields statistics = new Fields();
        both.changes().forEach((statistic, ratio) -> statistics.with(Words.code(statistic), JsonParts.ratio(ratio)));
        return statistics;
    }

    private static Fields waiver(Waived waived) {
        return new Fields()
                .with("until", waived.until())
                .with("because", waived.because())
                .with("rule", waived.place());
    }
}
