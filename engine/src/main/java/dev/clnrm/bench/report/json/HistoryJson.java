package dev.clnrm.bench.report.json;

import dev.clnrm.bench.report.history.AnchoredPoint;
import dev.clnrm.bench.report.history.AnchoredSeries;
import dev.clnrm.bench.report.history.CaseForecast;
import dev.clnrm.bench.report.history.CaseHistory;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Movement;
import dev.clnrm.bench.report.history.PastRun;
import dev.clnrm.bench.report.history.Rows;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A history for programs: a stable interface. Base units; names are complete.
 *
 * @param limit the most runs of a case; the newest are shown
 * @param forecast whether it has the expected range of each value and of the next one
 */
public record HistoryJson(int limit, boolean forecast) {
    /**
     * The version of the format. It is raised if a reader of the format would no longer understand it; a new key does not raise
     * it.
     */
    static final int FORMAT = 1;

    /** The whole document, with a line feed at its end. */
    public String render(History history) {
        return JsonText.lines(document(history));
    }

    /** The whole document in one line, because a history of a thousand runs is long. */
    public String renderCompact(History history) {
        return JsonText.line(document(history));
    }

    private Fields document(History history) {
        List<Integer> runs = history.cases().stream()
                .flatMap(one -> Rows.of(one, limit).rows().stream())
                .map(row -> row.point().run())
                .distinct()
                .sorted()
                .toList();
        return new Fields()
                .with("format", FORMAT)
                .with("unit", "s/op")
                .with("confidence", history.confidence())
                .each("runs", runs, run -> run(history.runs().get(run)))
                .each("platforms", history.platforms(), one -> platform(one.conditions()))
                .each("cases", history.cases(), one -> of(one, runs))
                .some("movements", Movement.all(history), HistoryJson::movement)
                .with("notes", history.notes());
    }

    private static Fields run(PastRun run) {
        return new Fields()
                .with("id", run.id())
                .with("started", run.started())
                .with("commit", run.commit())
                .with("changed", run.changed())
                .maybe("base", run.base());
    }

    private static Fields platform(Conditions conditions) {
        return new Fields()
                .with("host", conditions.host())
                .with("jdk", conditions.jdk())
                .with("flags", conditions.flags())
                .with("blackholes", conditions.blackholes());
    }

    private Fields of(CaseHistory one, List<Integer> runs) {
        List<Rows.Row> shown = Rows.of(one, limit).rows();
        Optional<CaseForecast> next = forecast ? Optional.of(CaseForecast.of(one)) : Optional.empty();
        return new Fields()
                .with("suite", one.key().name().suite())
                .with("benchmark", one.key().name().benchmark())
                .with("params", one.key().name().params())
                .maybe("variant", one.key().name().variant())
                .with("mode", one.key().mode())
                .each(
                        "series",
                        shown.stream()
                                .map(row -> row.series().platform())
                                .distinct()
                                .sorted(),
                        platform -> series(platform, shown, runs, next))
                .some("anchored", one.anchored(), series -> anchored(series, runs, next))
                .maybe("forecast", next.map(HistoryJson::forecast));
    }

    /** Where the next value of a case is expected, and how often it was right. */
    private static Fields forecast(CaseForecast one) {
        Optional<Interval> next = one.forecasts().next();
        return new Fields()
                .with("anchor", one.anchor())
                .with("platform", one.anchor().isPresent() ? Optional.empty() : Optional.of(one.platform()))
                .with("estimate", next.map(Interval::estimate))
                .and(JsonParts.ends(next))
                .with("tried", one.hits().of())
                .with("inside", one.hits().inside());
    }

    private static Fields expected(CaseForecast.Expected one) {
        return JsonParts.ends(Optional.of(one.interval())).with("inside", one.inside());
    }

    private static Fields series(int platform, List<Rows.Row> shown, List<Integer> runs, Optional<CaseForecast> next) {
        Stream<Rows.Row> rows = shown.stream().filter(row -> row.series().platform() == platform);
        return new Fields().with("platform", platform).each("points", rows, row -> {
            int run = row.point().run();
            return new Fields()
                    .with("run", Collections.binarySearch(runs, run))
                    .and(point(row))
                    .maybe(
                            "expected",
                            next.flatMap(found -> found.ofTime(platform, run)).map(HistoryJson::expected));
        });
    }

    private static Fields anchored(AnchoredSeries series, List<Integer> runs, Optional<CaseForecast> next) {
        List<Fields> points = new ArrayList<>();
        for (int i = 0; i < series.points().size(); i++) {
            AnchoredPoint point = series.points().get(i);
            int run = Collections.binarySearch(runs, point.run());
            if (run >= 0) {
                points.add(new Fields()
                        .with("run", run)
                        .with("platform", point.platform())
                        .and(JsonParts.ratio(point.ratio()))
                        .with("links", point.links())
                        .maybe("step", series.stepAt(i).map(HistoryJson::step))
                        .maybe(
                                "expected",
                                next.flatMap(found -> found.ofRatio(series.anchor(), point.run()))
                                        .map(HistoryJson::expected)));
            }
        }
        return new Fields().with("anchor", series.anchor()).with("points", points);
    }

    private static Fields movement(Movement one) {
        return new Fields()
                .with("anchor", one.anchor())
                .with("kind", one.gradual() ? "creep" : "step")
                .with("before", what(one.before()))
                .with("since", what(one.since()))
                .with("commits", one.commits())
                .each("cases", one.cases(), moved -> JsonParts.name(moved.key().name())
                        .with("mode", moved.key().mode())
                        .with("ratio", moved.ratio())
                        .and(moved.ends()
                                .map(ends -> JsonParts.ends(Optional.of(ends)))
                                .orElse(new Fields()))
                        .with("p", moved.p()));
    }

    private static Fields what(PastRun run) {
        return new Fields().with("run", run.id()).with("commit", run.commit());
    }

    public static Fields point(Rows.Row row) {
        return new Fields()
                .with("estimate", row.point().time().value())
                .and(JsonParts.ends(row.point().time().interval()))
                .with("bytes", row.point().bytes())
                .with("forks", row.point().forks())
                .with("failed", row.point().failed())
                .maybe("against_base", row.point().change().map(JsonParts::ratio))
                .maybe("step", row.step().map(HistoryJson::step));
    }

    private static Fields step(ChangePoint step) {
        return new Fields()
                .with("before", step.before())
                .with("after", step.after())
                .with("p", step.p());
    }
}
