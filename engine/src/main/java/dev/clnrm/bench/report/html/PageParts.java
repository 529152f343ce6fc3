package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.BudgetText;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.LawText;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.report.history.AnchoredSeries;
import dev.clnrm.bench.report.history.Series;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parts of the data that the scripts of the report and of the dashboard draw: numbers in base units, with the text for people. */
final class PageParts {
    private PageParts() {}

    /** The code, word, symbol and colour role of a status. */
    static List<String> sign(StatusLabel label) {
        return List.of(
                label.code(), label.word(), label.symbol(), label.role().name().toLowerCase(Locale.ROOT));
    }

    /** Estimate and ends: {@code [1.2, 1.1, 1.3]}; without ends if there is no interval, empty if there is no number. */
    static List<Double> numbers(Estimate estimate) {
        return estimate.interval().map(PageParts::numbers).orElseGet(() -> estimate.value().stream()
                .toList());
    }

    static List<Double> numbers(Interval interval) {
        return List.of(interval.estimate(), interval.low(), interval.high());
    }

    /** An estimate: {@code at}, {@code text} and {@code range}; empty if there is no number. */
    static Optional<Fields> shown(Metric metric, Estimate estimate) {
        return estimate.value().map(value -> new Fields()
                .with("at", numbers(estimate))
                .with("text", Amounts.estimate(metric, estimate))
                .maybe("range", estimate.interval().map(interval -> Amounts.range(metric, interval))));
    }

    /** A budget in the form that bullet bars need. */
    static Fields budget(BudgetVerdict budget) {
        return new Fields()
                .with("what", BudgetText.limited(budget))
                .with("sign", sign(StatusLabel.of(budget.status())))
                .with("critical", budget.critical())
                .with("limit", budget.limit())
                .with("limitText", Amounts.limit(budget.metric(), budget.limit()))
                .maybe("criticalLimit", budget.criticalLimit())
                .maybe("criticalText", budget.criticalLimit().map(limit -> Amounts.limit(budget.metric(), limit)))
                .maybe("measured", shown(budget.metric(), budget.measured()))
                .maybe("headroom", budget.headroom())
                .maybe("headroomText", budget.headroom().map(Percents::headroom))
                .maybe("reason", budget.reason().map(Inert::sentence));
    }

    static Fields law(LawVerdict law) {
        LawText.Shown shown = LawText.measured(law);
        return new Fields()
                .with("name", Inert.sentence(law.law().name()))
                .with("subject", LawText.subject(law.law()))
                .with("sign", sign(StatusLabel.of(law.status())))
                .with("measured", numbers(law.measured()))
                .with("text", shown.value())
                .with("range", shown.range())
                .with("requirement", LawText.requirement(law))
                .with("low", law.requirement().low())
                .with("high", law.requirement().high())
                .maybe("reason", law.reason().map(Inert::sentence))
                .with("rule", law.law().place());
    }

    /** Times over runs: {@code points} of run, estimate and ends; {@code steps} of run, before, after and the change as text. */
    static Fields series(Series series) {
        return new Fields()
                .with("on", series.platform())
                .each("points", series.points(), point -> List.of(point.run(), numbers(point.time())))
                .each("steps", series.steps(), step -> step(series, step));
    }

    /**
     * Ratios over commits: {@code points} of run, ratio and ends, platform and links; {@code steps} of the place of the point and
     * the change as text; {@code creeps} of the first and last place and the growth as text.
     */
    static Fields anchored(AnchoredSeries series) {
        return new Fields()
                .with("anchor", Inert.name(series.anchor()))
                .each(
                        "points",
                        series.points(),
                        point -> List.of(point.run(), numbers(point.ratio()), point.platform(), point.links()))
                .each(
                        "steps",
                        series.moved().steps(),
                        step -> List.of(step.index(), Percents.changed(step.after() / step.before())))
                .each(
                        "creeps",
                        series.moved().creeps(),
                        creep -> List.of(
                                creep.from(),
                                creep.to(),
                                Percents.changed(creep.growth().estimate()) + " (" + Percents.ends(creep.growth())
                                        + ")"));
    }

    private static List<Object> step(Series series, ChangePoint step) {
        return List.of(
                series.points().get(step.index()).run(),
                step.before(),
                step.after(),
                Percents.changed(step.after() / step.before()));
    }
}
