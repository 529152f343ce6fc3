package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.Waived;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.ChangeText;
import dev.clnrm.bench.report.GrowthText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.JitText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Probabilities;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Precision;
import dev.clnrm.bench.stats.Secondary;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON of one case in a page, without its forks. Keys without a value are omitted. */
final class CaseJson {
    private CaseJson() {}

    static Fields of(Page page, PageCase one) {
        Budget budget = page.report().budget(one.name());
        return new Fields()
                .with("suite", Inert.name(one.name().suite()))
                .with("name", one.shortName())
                .maybe("label", budget.label().map(Inert::sentence))
                .maybe("category", budget.category().map(Inert::sentence))
                .maybe("because", budget.because().map(Inert::sentence))
                .maybe("owner", budget.owner().map(Inert::sentence))
                .maybe("mode", one.mode())
                .with("rank", one.rank())
                .each("signs", one.signs(), PageParts::sign)
                .maybe("base", one.base().map(samples -> base(page, samples)))
                .maybe("head", one.head().flatMap(samples -> one.measured()
                        .map(measured -> side(samples, measured.time(), measured.allocation()))))
                .each("changes", one.changes(), change -> change(page, change))
                .with("about", Words.of(one.secondary()))
                .each("secondary", SecondaryText.shown(one.secondary()), beside -> beside(one, beside))
                .each("collector", SecondaryText.collector(one.secondary()), beside -> beside(one, beside))
                .each("budgets", one.budgets(), PageParts::budget)
                .maybe("failed", one.failed().map(CaseJson::failed))
                .with("warnings", warnings(one))
                .maybe(
                        "spread",
                        one.measured()
                                .flatMap(Measurement::precision)
                                .map(precision -> Percents.percent(precision.spread())))
                .with("again", page.again(one.name()));
    }

    private static Fields base(Page page, CaseSamples samples) {
        double confidence = page.promises().rules().confidence(samples.name());
        return side(
                samples,
                ForkLevel.time(samples, page.sampled().spreadOfBase(), confidence),
                ForkLevel.allocation(samples, confidence));
    }

    private static Fields side(CaseSamples samples, Estimate time, Estimate allocation) {
        return new Fields()
                .with("forks", samples.finished().size())
                .with("threads", samples.forks().get(0).samples().threads())
                .maybe("time", PageParts.shown(Metric.TIME, time))
                .maybe("allocation", PageParts.shown(Metric.ALLOCATION, allocation));
    }

    private static Fields change(Page page, ChangeVerdict change) {
        Fields fields = new Fields()
                .with("metric", change.metric())
                .with("finding", change.finding())
                .maybe("severity", change.severity());
        if (change.change().or(change::difference).isPresent()) {
            fields.maybe("ratio", change.change().map(PageParts::numbers))
                    .maybe("text", ChangeText.of(change))
                    .with("range", ChangeText.interval(change));
        }
        if (change.metric() == Metric.TIME) {
            fields.each(
                    "thresholds",
                    List.of(Severity.WARNING, Severity.CRITICAL, Severity.ALERT),
                    change.rule()::threshold);
        }
        return fields.with("tolerance", limit("±", change, change.limits().tolerance()))
                .with("margin", change.limits().margin())
                .with("marginText", limit("+", change, change.limits().margin()))
                .maybe(
                        "evidence",
                        change.evidence().map(one -> evidence(page.report().compared(), one)))
                .maybe(
                        "detectable",
                        change.comparison()
                                .flatMap(Comparison::precision)
                                .map(Precision::detectable)
                                .filter(Double::isFinite)
                                .map(Percents::percent))
                .maybe("forksToDecide", change.forksToDecide())
                .each("reasons", change.reasons(), Inert::sentence)
                .maybe("rule", change.rule().place())
                .maybe("waiver", change.waiver().map(CaseJson::waiver))
                .maybe("explanation", page.report().explanation(change).map(one -> explanation(page, one)));
    }

    /** The possible causes of a change: sentences, and the graph of the difference. */
    private static Fields explanation(Page page, Explanation one) {
        List<String> lines = new ArrayList<>();
        one.growth().forEach(growth -> lines.add(GrowthText.line(growth)));
        if (one.failure().isPresent()) {
            lines.add("not profiled: " + Inert.sentence(one.failure().get()));
        } else if (one.growth().isEmpty()) {
            lines.add(GrowthText.NOTHING);
        }
        lines.addAll(JitText.lines(one.jit()));
        one.retention().map(GrowthText::retained).ifPresent(lines::add);
        return new Fields().with("lines", lines).maybe("graph", one.graph().map(file -> page.folder() + file));
    }

    /** A limit as a share of the base, or as an amount if the base is too small for a ratio. */
    private static String limit(String sign, ChangeVerdict change, double share) {
        return change.least()
                .map(least -> sign + Amounts.limit(change.metric(), least))
                .orElse(Double.isFinite(share) ? sign + Percents.percent(share) : "any");
    }

    private static String evidence(ChangeJudgement judgement, Evidence evidence) {
        return Probabilities.probability(evidence.adjusted(), judgement.rules().level()) + " adjusted, "
                + Probabilities.probability(evidence.p()) + " alone, by " + Words.iterations(evidence.look());
    }

    private static String waiver(Waived waived) {
        return Inert.sentence("until " + waived.until() + ": " + waived.because() + " ("
                + waived.place().toLine() + ")");
    }

    /** Name, base, head, change, interval and remark of a secondary result; with one side: name, amount and precision. */
    private static List<String> beside(PageCase one, Secondary beside) {
        String name = Inert.name(SecondaryText.COLLECTOR.getOrDefault(beside.name(), beside.name()));
        String head = SecondaryText.amount(beside, beside.head());
        if (one.changes().isEmpty()) {
            return List.of(
                    name,
                    head,
                    beside.head()
                            .flatMap(Estimate::interval)
                            .map(Percents::precision)
                            .orElse(""));
        }
        boolean moved = one.changes().stream()
                .filter(change -> change.metric() == Metric.TIME)
                .anyMatch(change -> SecondaryText.moved(change, beside));
        return List.of(
                name,
                SecondaryText.amount(beside, beside.base()),
                head,
                SecondaryText.change(beside),
                SecondaryText.range(beside),
                moved ? SecondaryText.MOVED : "");
    }

    private static Fields failed(FailedCase failed) {
        Optional<Outcome.Failed> how = failed.how();
        return new Fields()
                .with("forks", failed.failed())
                .with("of", failed.of())
                .maybe("cause", how.map(one -> Words.of(one.cause())))
                .maybe("message", how.map(one -> Inert.sentence(one.message())))
                .maybe("log", how.flatMap(Outcome.Failed::log).map(Inert::sentence))
                .each("lastLines", how.map(Outcome.Failed::lastLines).orElse(List.of()), Inert::printed);
    }

    private static List<String> warnings(PageCase one) {
        List<Warning> all =
                new ArrayList<>(one.measured().map(Measurement::warnings).orElse(List.of()));
        one.changes().forEach(change -> change.comparison().ifPresent(both -> all.addAll(both.warnings())));
        Stream<String> caveats = one.changes().stream()
                .flatMap(change -> change.caveats().stream())
                .filter(Caveat.HeadsBenchmark.class::isInstance)
                .map(Words::of);
        return Stream.concat(caveats, all.stream().map(Words::of)).distinct().toList();
    }
}
