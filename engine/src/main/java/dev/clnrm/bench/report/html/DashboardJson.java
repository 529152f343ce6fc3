package dev.clnrm.bench.report.html;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Probabilities;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.report.history.CaseForecast;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Movement;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Platform;
import dev.clnrm.bench.report.history.Point;
import dev.clnrm.bench.report.history.Series;
import dev.clnrm.bench.report.history.Step;
import dev.clnrm.bench.report.json.Fields;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The data that the scripts of a dashboard draw. */
record DashboardJson(Overview overview) {
    /** The most points of a small line. */
    private static final int SPARKS = 60;

    /** The data of the page of all suites. */
    String ofAll() {
        Map<CaseName, List<BudgetVerdict>> budgets = overview.budgets();
        Map<CaseKey, Integer> places = new HashMap<>();
        List<Fields> suites = new ArrayList<>();
        List<Fields> cases = new ArrayList<>();
        overview.suites().forEach((suite, ofSuite) -> {
            suites.add(new Fields()
                    .with("name", Inert.name(suite))
                    .with("page", Dashboard.page(suite))
                    .with("from", cases.size())
                    .with("cases", ofSuite.size()));
            for (CaseHistory one : ofSuite) {
                places.put(one.key(), cases.size());
                cases.add(newest(one, budgets).and(line(one)));
            }
        });
        return ScriptJson.text(new Fields()
                .with("suites", suites)
                .with("cases", cases)
                .each(
                        "steps",
                        overview.steps().stream().filter(step -> places.containsKey(step.key())),
                        step -> step(step).with("case", Optional.ofNullable(places.get(step.key()))))
                .with("moved", movements(places))
                .each("laws", overview.newest().laws(), PageParts::law)
                .with("platforms", platforms()));
    }

    /** The data of the page of a suite. */
    String ofSuite(List<CaseHistory> cases) {
        Map<CaseName, List<BudgetVerdict>> budgets = overview.budgets();
        return ScriptJson.text(new Fields()
                .each(
                        "runs",
                        overview.history().runs(),
                        run -> List.of(Inert.name(run.id()), run.minute(), run.shortCommit()))
                .each("platforms", overview.history().platforms(), Platform::words)
                .each("cases", cases, one -> newest(one, budgets)
                        .with("forecast", CaseForecast.of(one).sentence())
                        .each("series", one.series(), PageParts::series)
                        .each(
                                "anchored",
                                one.anchored().stream()
                                        .filter(series -> series.points().size() > 1),
                                PageParts::anchored)));
    }

    /** The results of a case in its newest run. */
    private static Fields newest(CaseHistory one, Map<CaseName, List<BudgetVerdict>> budgets) {
        CaseName name = one.key().name();
        return new Fields()
                .with("name", Inert.name(Words.inSuite(name)))
                .with("mode", one.key().mode())
                .maybe("time", PageParts.shown(Metric.TIME, one.current().last().time()))
                .each("budgets", budgets.getOrDefault(name, List.of()), PageParts::budget);
    }

    /** The latest times of a case on the platform of its newest run, for a small line. */
    private Fields line(CaseHistory one) {
        Series current = one.current();
        List<Point> points = current.points();
        int from = Math.max(0, points.size() - SPARKS);
        List<ChangePoint> steps = current.steps();
        Optional<ChangePoint> last = steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
        return new Fields()
                .with("on", Platform.letter(current.platform()))
                .with("runs", points.size())
                .with("at", overview.history().run(current.last()).minute())
                .each("sparks", points.subList(from, points.size()), Point::seconds)
                .with(
                        "marks",
                        steps.stream()
                                .map(step -> step.index() - from)
                                .filter(mark -> mark > 0)
                                .toList())
                .maybe(
                        "step",
                        last.map(step -> List.of(
                                step.after() / step.before(),
                                Percents.changed(step.after() / step.before()),
                                overview.history().run(points.get(step.index())).minute())));
    }

    /** The movements of cases against an anchor, with the indexes of those that have a page. */
    private List<Fields> movements(Map<CaseKey, Integer> places) {
        List<Fields> all = new ArrayList<>();
        for (Movement one : Movement.all(overview.history())) {
            List<List<Object>> cases = one.cases().stream()
                    .filter(moved -> places.containsKey(moved.key()))
                    .map(moved ->
                            List.<Object>of(places.getOrDefault(moved.key(), 0), moved.ratio(), one.change(moved)))
                    .toList();
            if (!cases.isEmpty()) {
                all.add(new Fields()
                        .with("kind", one.gradual() ? "grew gradually" : "step")
                        .with("where", one.where())
                        .with("anchor", Inert.name(one.anchor()))
                        .with("at", one.since().minute())
                        .with("cases", cases));
            }
        }
        return all;
    }

    private Fields step(Step step) {
        ChangePoint point = step.point();
        return new Fields()
                .with("at", step.since().minute())
                .with("run", Inert.name(step.since().id()))
                .with("commit", step.since().shortCommit())
                .with("on", Platform.letter(overview.history().platforms().indexOf(step.platform())))
                .with("ratio", point.after() / point.before())
                .with("text", Percents.changed(point.after() / point.before()))
                .with("before", Amounts.amount(Metric.TIME, point.before()))
                .with("after", Amounts.amount(Metric.TIME, point.after()))
                .with("p", Probabilities.probability(point.p()));
    }

    /** The letter, description, number of runs and newest run of each platform. */
    private List<List<Object>> platforms() {
        History history = overview.history();
        List<List<Object>> platforms = new ArrayList<>();
        for (int place = 0; place < history.platforms().size(); place++) {
            int platform = place;
            List<Integer> runs = history.cases().stream()
                    .flatMap(one -> one.series().stream())
                    .filter(series -> series.platform() == platform)
                    .flatMap(series -> series.points().stream())
                    .map(Point::run)
                    .distinct()
                    .sorted()
                    .toList();
            PastRun newest = history.runs().get(runs.get(runs.size() - 1));
            platforms.add(List.of(
                    Platform.letter(platform),
                    history.platforms().get(platform).words(),
                    runs.size(),
                    newest.minute()));
        }
        return platforms;
    }
}
