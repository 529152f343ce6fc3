package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Intervals of numbers for which there is no formula. Forks are drawn again, with replacement and inside each group, and the
 * number is computed again (percentile bootstrap; Efron &amp; Tibshirani 1993, chapter 13). Only forks are drawn, never
 * iterations.
 *
 * @param resamples the number of draws, at least 100
 * @param seed the same seed gives the same draws
 */
public record Bootstrap(int resamples, long seed) {
    public Bootstrap {
        if (resamples < 100) {
            throw new IllegalArgumentException("an interval takes at least 100 draws, but these are " + resamples);
        }
    }

    /**
     * The interval of {@code statistic}.
     *
     * @param groups one number per fork in each; none empty
     * @param statistic finite for every draw
     * @param confidence two-sided, in (0, 1)
     */
    public Interval interval(List<Values> groups, ToDoubleFunction<List<Values>> statistic, double confidence) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            List<Values> draw = new ArrayList<>();
            for (Values group : groups) {
                draw.add(Values.of(random.ints(group.size(), 0, group.size()).mapToDouble(group::get)));
            }
            drawn[i] = statistic.applyAsDouble(draw);
        }
        Arrays.sort(drawn);
        double estimate = statistic.applyAsDouble(groups);
        double low = quantile(drawn, (1 - confidence) / 2);
        double high = quantile(drawn, (1 + confidence) / 2);
        return new Interval(Math.min(low, estimate), estimate, Math.max(high, estimate), confidence);
    }

    /** The quantile of type 7 of Hyndman &amp; Fan 1996. */
    static double quantile(double[] sorted, double p) {
        double place = p * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
