package dev.clnrm.bench.report.json;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Caveat;
import dev.clnrm.bench.judge.Judgement;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Warning;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What JSON says of cases, numbers, budgets and laws, with one side or two. */
public final class JsonParts {
    private JsonParts() {}

    static Fields name(CaseName name) {
        return new Fields()
                .with("benchmark", name.qualified())
                .with("params", name.params())
                .maybe("variant", name.variant());
    }

    public static Fields estimate(Estimate estimate) {
        return new Fields()
                .with("estimate", estimate.value())
                .and(ends(estimate.interval()))
                .with("confidence", estimate.interval().map(Interval::confidence));
    }

    static Fields ends(Optional<Interval> interval) {
        return new Fields().with("low", interval.map(Interval::low)).with("high", interval.map(Interval::high));
    }

    static List<Fields> warnings(List<Warning> warnings) {
        return warnings(List.of(), warnings);
    }

    static List<Fields> warnings(List<Caveat> caveats, List<Warning> warnings) {
        return Stream.concat(
                        caveats.stream().map(one -> warning(one.code(), Words.of(one))),
                        warnings.stream().map(one -> warning(one.code(), Words.of(one))))
                .toList();
    }

    private static Fields warning(String code, String message) {
        return new Fields().with("code", code).with("message", message);
    }

    static List<Fields> budgets(Judgement judgement) {
        return judgement.budgets().stream().map(JsonParts::budget).toList();
    }

    public static Fields budget(BudgetVerdict budget) {
        return name(budget.name())
                .with("metric", budget.metric())
                .with("percentile", budget.percentile())
                .with("unit", Words.unit(budget.metric()))
                .with("limit", budget.limit())
                .with("critical_limit", budget.criticalLimit())
                .and(estimate(budget.measured()))
                .with("headroom", budget.headroom())
                .with("status", StatusLabel.of(budget.status()))
                .with("critical", budget.critical())
                .with("forks", budget.measured().forks())
                .with("forks_to_decide", budget.forksToDecide())
                .with("rule", budget.rule())
                .with("reason", budget.reason())
                .with("because", budget.because())
                .with("warnings", warnings(budget.measured().warnings()));
    }

    static List<Fields> laws(Judgement judgement) {
        return judgement.laws().stream().map(JsonParts::law).toList();
    }

    public static Fields law(LawVerdict law) {
        return new Fields()
                .with("law", law.law().name())
                .with("kind", LawText.subject(law.law()))
                .and(estimate(law.measured()))
                .with("at_least", law.requirement().low())
                .with("at_most", law.requirement().high())
                .with("status", StatusLabel.of(law.status()))
                .with("forks", law.measured().forks())
                .with("forks_to_decide", law.forksToDecide())
                .with("rule", law.law().place())
                .with("reason", law.reason())
                .each("cases", law.cases(), JsonParts::name)
                .with("warnings", warnings(law.measured().warnings()));
    }
}
