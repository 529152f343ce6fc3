package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ChangePoint;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What the next run of a case will measure if its code does not change, on the log scale: Student's prediction interval, mean ± t · s · √(1 + 1/n) (Hahn
 * &amp; Meeker 1991, section 4.8). The level is that of the n values since the last step; s is pooled over all stretches between steps, with as many
 * degrees of freedom as these have together.
 *
 * @param level the middle
 * @param half the half-width
 */
record Forecast(double level, double half) {
    /** With fewer degrees of freedom nothing is known of the spread between runs. */
    private static final int FEWEST = 2;

    /**
     * The next value of a series.
     *
     * @param series above 0
     * @param steps of the same series
     * @return empty if no stretch shows the spread
     */
    static Optional<Forecast> next(Values series, List<ChangePoint> steps, double confidence) {
        Values logs = series.mapped(Math::log);
        double squares = 0;
        int df = 0;
        int from = 0;
        Values last = logs;
        for (int i = 0; i <= steps.size(); i++) {
            int end = i == steps.size() ? logs.size() : steps.get(i).index();
            last = logs.slice(from, end);
            double mean = last.mean();
            squares += last.stream().map(x -> (x - mean) * (x - mean)).sum();
            df += last.size() - 1;
            from = end;
        }
        if (df < FEWEST) {
            return Optional.empty();
        }
        double quantile = new TDistribution(null, df).inverseCumulativeProbability(0.5 + confidence / 2);
        return Optional.of(new Forecast(last.mean(), quantile * Math.sqrt(squares / df * (1 + 1.0 / last.size()))));
    }

    /** How far what came lies from the middle, in half-widths: up to 1 it was contained. */
    double miss(double value) {
        double distance = Math.abs(Math.log(value) - level);
        return distance == 0 ? 0 : distance / half;
    }
}
