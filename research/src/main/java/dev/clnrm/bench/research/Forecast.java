package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.List;
import java.util.Optional;

/** What the next run of a case will measure if its code does not change. */
public final class Forecast {
    /** With fewer values nothing is known of their spread. */
    private static final int FEWEST = 3;

    private Forecast() {}

    /**
     * The next value of a series, from its level since the last step and its spread between runs: Student's prediction interval, mean ± t · s ·
     * √(1 + 1/n) (Hahn &amp; Meeker 1991, section 4.8). The level is that of the last n values; s is pooled over all stretches between steps, with as
     * many degrees of freedom as these have together.
     *
     * @param series above 0; the interval is computed on the log scale
     * @param steps of the same series
     * @return empty if no stretch shows the spread
     */
    public static Optional<Interval> next(Values series, List<ChangePoint> steps, double confidence) {
        Values logs = series.mapped(Math::log);
        double squares = 0;
        int df = 0;
        int from = 0;
        Values last = logs;
        for (int i = 0; i <= steps.size(); i++) {
            int end = i == steps.size() ? logs.size() : steps.get(i).index();
            last = logs.slice(from, end);
            double sd = Moments.of(last).sd();
            squares += sd * sd * (last.size() - 1);
            df += last.size() - 1;
            from = end;
        }
        if (df < FEWEST - 1) {
            return Optional.empty();
        }
        double level = last.mean();
        double half = StudentT.twoSided(confidence, df) * Math.sqrt(squares / df * (1 + 1.0 / last.size()));
        return Optional.of(new Interval(Math.exp(level - half), Math.exp(level), Math.exp(level + half), confidence));
    }
}
