package dev.clnrm.bench.report.history;

import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Forecasts;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where the runs of a case were expected, and where the next one is, if its code does not change: ratios to an anchor where there are enough, else
 * the times of the platform that the newest run measured on. It shows, and judges nothing.
 *
 * @param anchor what ratios compare with; absent if times are forecast
 * @param platform the place of the platform of the times in their history
 * @param runs the places of the runs that the values are of
 * @param forecasts of these values
 */
public record CaseForecast(Optional<String> anchor, int platform, List<Integer> runs, Forecasts forecasts) {
    /** How many of the last values tell how good the forecasts are. */
    public static final int TRIED = 30;

    /** So many forecasts settle how wide an interval has to be; with more, a history of many cases takes long. */
    private static final int LATEST = 100;

    public CaseForecast {
        runs = List.copyOf(runs);
    }

    /**
     * Where a run was expected.
     *
     * @param inside whether it lay there
     */
    public record Expected(Interval interval, boolean inside) {}

    public static CaseForecast of(CaseHistory one) {
        return one.anchored().stream()
                .filter(series -> series.points().size() >= Forecasts.FEWEST)
                .max(Comparator.comparingInt(series -> series.points().size()))
                .map(series -> new CaseForecast(
                        Optional.of(series.anchor()),
                        0,
                        series.points().stream().map(AnchoredPoint::run).toList(),
                        forecasts(series.ratios(), series.smallest())))
                .orElseGet(() -> ofTimes(one.current()));
    }

    private static CaseForecast ofTimes(Series series) {
        return new CaseForecast(
                Optional.empty(),
                series.platform(),
                series.points().stream().map(Point::run).toList(),
                forecasts(series.times(), series.smallest()));
    }

    private static Forecasts forecasts(Values values, double smallest) {
        return Forecasts.of(values, smallest, LATEST);
    }

    /** Where the time of a run was expected; empty if times of its platform are not forecast. */
    public Optional<Expected> ofTime(int on, int run) {
        return anchor.isEmpty() && on == platform ? of(run) : Optional.empty();
    }

    /** Where the ratio of a run to an anchor was expected; empty if such ratios are not forecast. */
    public Optional<Expected> ofRatio(String to, int run) {
        return anchor.equals(Optional.of(to)) ? of(run) : Optional.empty();
    }

    private Optional<Expected> of(int run) {
        int place = runs.indexOf(run);
        return forecasts.of(place).map(interval -> new Expected(interval, !forecasts.surprised(place)));
    }

    /** How many of the last values lay where they were expected. */
    public Forecasts.Hits hits() {
        return forecasts.hits(TRIED);
    }

    /** {@code next on A: 1.21 … 1.29 µs (95 %); 28 of the last 30 values were inside}. */
    public String sentence() {
        String series = anchor.map(to -> "against " + Inert.name(to)).orElse("on " + Platform.letter(platform));
        return forecasts
                .next()
                .map(next -> "next " + series + ": " + range(next) + " (" + Percents.level(next.confidence()) + "); "
                        + words(hits()))
                .orElseGet(() -> "no forecast: "
                        + Counts.count(runs.size(), "run") + " " + series + " that can be compared, at least "
                        + Forecasts.FEWEST + " are needed");
    }

    private static String words(Forecasts.Hits hits) {
        return hits.of() == 0
                ? "no value was compared with a forecast yet"
                : hits.inside() + " of the last " + Counts.count(hits.of(), "value") + " were inside";
    }

    /** {@code 1.21 … 1.29 µs}, or {@code outside -1.2 % … +2.3 %} if the run lay outside. */
    public String range(Expected expected) {
        return (expected.inside() ? "" : "outside ") + range(expected.interval());
    }

    private String range(Interval interval) {
        return anchor.isPresent() ? Percents.ends(interval) : Amounts.range(Metric.TIME, interval);
    }
}
