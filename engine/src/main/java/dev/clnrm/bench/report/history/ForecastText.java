package dev.clnrm.bench.report.history;

import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.stats.Forecasts;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;

/**
 * A forecast in words.
 *
 * @param of the forecast
 */
public record ForecastText(CaseForecast of) {
    /** {@code next on A: 1.21 … 1.29 µs (95 %); 28 of the last 30 values were inside}. */
    public String sentence() {
        return of.forecasts()
                .next()
                .map(next -> "next " + series() + ": " + range(next) + " (" + Percents.level(next.confidence()) + "); "
                        + hits(of.hits()))
                .orElseGet(() -> "no forecast: "
                        + Counts.count(of.runs().size(), "run") + " " + series() + " that can be compared, at least "
                        + Forecasts.FEWEST + " are needed");
    }

    /** {@code against v1.4}, or {@code on A}. */
    private String series() {
        return of.anchor()
                .map(anchor -> "against " + Inert.name(anchor))
                .orElse("on " + Platform.letter(of.platform()));
    }

    private static String hits(Forecasts.Hits hits) {
        return hits.of() == 0
                ? "no value was compared with a forecast yet"
                : hits.inside() + " of the last " + Counts.count(hits.of(), "value") + " were inside";
    }

    /** {@code 1.21 … 1.29 µs}, or {@code -1.2 % … +2.3 %}. */
    public String range(Interval interval) {
        return of.anchor().isPresent() ? Percents.ends(interval) : Amounts.range(Metric.TIME, interval);
    }

    /** The same of a run, which says so if the run lay outside. */
    public String range(CaseForecast.Expected expected) {
        return (expected.inside() ? "" : "outside ") + range(expected.interval());
    }
}
