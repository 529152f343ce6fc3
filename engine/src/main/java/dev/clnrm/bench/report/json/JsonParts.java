package dev.clnrm.bench.report.json;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.SecondaryText;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Secondaries;
import dev.clnrm.bench.stats.Secondary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parts of JSON that reports of one side and of two share: cases, numbers, budgets, laws, secondary results and failures. */
public final class JsonParts {
    private JsonParts() {}

    static Fields name(CaseName name) {
        return new Fields()
                .with("benchmark", name.qualified())
                .with("params", name.params())
                .maybe("variant", name.variant());
    }

    /** A number, its interval and the confidence of the interval. */
    public static Fields estimate(Estimate estimate) {
        return new Fields()
                .with("estimate", estimate.value())
                .and(ends(estimate.interval()))
                .with("confidence", estimate.interval().map(Interval::confidence));
    }

    static Fields ends(Optional<Interval> interval) {
        return new Fields().with("low", interval.map(Interval::low)).with("high", interval.map(Interval::high));
    }

    /** The ratio head / base. */
    static Fields ratio(Interval change) {
        return new Fields().with("ratio", change.estimate()).and(ends(Optional.of(change)));
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
                .with("warnings", budget.measured().warnings());
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
                .with("warnings", law.measured().warnings());
    }

    static Fields secondary(Secondaries secondary, Function<Secondary, Fields> as) {
        return new Fields().with("about", secondary.subject()).each("secondary", secondary.all(), as);
    }

    /** A secondary result of one side. */
    static Fields alone(Secondary one) {
        return new Fields()
                .with("name", one.name())
                .with("unit", one.unit())
                .with("estimate", one.head().flatMap(Estimate::value))
                .and(ends(one.head().flatMap(Estimate::interval)))
                .with("forks", forks(one.head()));
    }

    /** A secondary result of two sides. */
    public static Fields compared(Secondary one, ChangeVerdict verdict) {
        return new Fields()
                .with("name", one.name())
                .with("unit", one.unit())
                .with("base", one.base().flatMap(Estimate::value))
                .with("head", one.head().flatMap(Estimate::value))
                .with("ratio", one.change())
                .and(ends(one.ratio()))
                .with("forks", List.of(forks(one.base()), forks(one.head())))
                .with("moved", SecondaryText.moved(verdict, one));
    }

    public static int forks(Optional<Estimate> side) {
        return side.map(Estimate::forks).orElse(0);
    }

    /** One entry for each side on which a case failed, and one for each case that was not run. */
    static List<Fields> failuresOfBoth(Report report) {
        List<Fields> all = new ArrayList<>();
        for (CaseFailure failure : report.failures()) {
            failure.base().ifPresent(base -> all.add(failure(failure, "base", base)));
            failure.head().ifPresent(head -> all.add(failure(failure, "head", head)));
        }
        report.notRun().forEach(failed -> all.add(failure(failed)));
        return all;
    }

    private static Fields failure(CaseFailure failure, String side, CaseFailure.OnSide on) {
        return failure(new FailedCase(failure.name(), Optional.of(on.how()), on.failed(), on.of()))
                .with("side", side)
                .with("failed_on", failure.where());
    }

    static Fields failure(FailedCase failed) {
        Optional<Outcome.Failed> how = failed.how();
        return name(failed.name())
                .with("status", Words.of(failed))
                .with("failed", failed.failed())
                .with("of", failed.of())
                .with("cause", how.map(Outcome.Failed::cause))
                .with("message", how.map(Outcome.Failed::message))
                .with("last_lines", how.map(Outcome.Failed::lastLines).orElse(List.of()))
                .with("command", how.map(Outcome.Failed::command))
                .with("log", how.flatMap(Outcome.Failed::log))
                .with("side", Optional.empty())
                .with("failed_on", Optional.empty());
    }
}
