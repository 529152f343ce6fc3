package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where each value of a series was expected, from the values before it alone, and where the next one is.
 *
 * <p>On the log scale the interval is Student's prediction interval, mean ± t · s · √(1 + 1/n), times a factor. The mean is that of the n values
 * since the last step, s is pooled over all stretches between steps (Hahn &amp; Meeker 1991, section 4.8), and t has at most {@link #TAIL} degrees of
 * freedom, because runs differ by more than a normal distribution. The factor follows what came: a value outside makes it e^(0.95 · rate) times as
 * large, one inside e^(-0.05 · rate) times. So 95 % of a long series lie inside, whatever its distribution is (Gibbs &amp; Candès 2021; of widths:
 * Angelopoulos, Candès &amp; Tibshirani 2023, quantile tracking).
 *
 * @param values the series, above 0
 * @param expected the interval of each value by its place; the place after the last is that of the next value
 */
public record Forecasts(Values values, SortedMap<Integer, Interval> expected) {
    /** From fewer values nothing is forecast. */
    public static final int FEWEST = 5;

    /** The share of values that lie inside. */
    public static final double CONFIDENCE = 0.95;

    /** So many values before it decide an interval: one window of the search for steps. */
    private static final int WINDOW = 50;

    /** Fewer make the intervals of quiet series too wide, more those of nights on shared machines too narrow: docs/statistics.md. */
    private static final double TAIL = 4;

    /** A value outside widens the next interval by a third; twenty inside take that back. */
    private static final double RATE = 0.3;

    public Forecasts {
        expected = Collections.unmodifiableSortedMap(new TreeMap<>(expected));
    }

    /**
     * The forecasts of a series.
     *
     * @param smallest the magnitude that a step exceeds: 0.05 is 5 %
     * @param latest of how many values at its end, at most; the cost grows with them
     */
    public static Forecasts of(Values series, double smallest, int latest) {
        SortedMap<Integer, Interval> expected = new TreeMap<>();
        boolean positive = series.stream().allMatch(value -> value > 0);
        double factor = 1;
        for (int i = Math.max(FEWEST, series.size() - latest); positive && i <= series.size(); i++) {
            Values before = series.slice(Math.max(0, i - WINDOW), i);
            Optional<Interval> next =
                    next(before, ChangePoints.exceeding(smallest).of(before), factor);
            if (next.isPresent()) {
                expected.put(i, next.get());
                boolean outside = i < series.size() && !next.get().holds(series.get(i));
                factor *= Math.exp(RATE * (outside ? CONFIDENCE : CONFIDENCE - 1));
            }
        }
        return new Forecasts(series, expected);
    }

    /** The interval of the next value; empty if no two values share a stretch between steps. */
    static Optional<Interval> next(Values series, List<ChangePoint> steps, double factor) {
        Values logs = series.mapped(Math::log);
        double squares = 0;
        int df = 0;
        int from = 0;
        Values last = logs;
        for (int i = 0; i <= steps.size(); i++) {
            int end = i == steps.size() ? logs.size() : steps.get(i).split();
            last = logs.slice(from, end);
            double mean = last.mean();
            squares += last.stream().map(x -> (x - mean) * (x - mean)).sum();
            df += last.size() - 1;
            from = end;
        }
        if (df == 0) {
            return Optional.empty();
        }
        double error = Math.sqrt(
                (squares / df + MethodConstants.ROUNDING * MethodConstants.ROUNDING) * (1 + 1.0 / last.size()));
        double half = factor * StudentT.twoSided(CONFIDENCE, Math.min(df, TAIL)) * error;
        double level = last.mean();
        return Optional.of(new Interval(
                Math.exp(level - half),
                Math.exp(level),
                Math.min(Double.MAX_VALUE, Math.exp(level + half)),
                CONFIDENCE));
    }

    /** The interval of the value that comes after the last. */
    public Optional<Interval> next() {
        return of(values.size());
    }

    /** The interval of a value. */
    public Optional<Interval> of(int index) {
        return Optional.ofNullable(expected.get(index));
    }

    /** Whether a value lies outside of where it was expected. */
    public boolean surprised(int index) {
        return of(index).filter(one -> !one.holds(values.get(index))).isPresent();
    }

    /** How many of the last values lay inside, of at most {@code latest}. */
    public Hits hits(int latest) {
        List<Integer> tried = expected.headMap(values.size()).keySet().stream().toList();
        List<Integer> some = tried.subList(Math.max(0, tried.size() - latest), tried.size());
        return new Hits((int) some.stream().filter(i -> !surprised(i)).count(), some.size());
    }

    /**
     * How often forecasts were right.
     *
     * @param inside how many values lay inside
     * @param of of how many
     */
    public record Hits(int inside, int of) {}
}
