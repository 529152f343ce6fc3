package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Whether times have settled.
 *
 * <p>A window slides over the iterations; times are steady when the median of its recent half is within 3 % of the median of the
 * half before it and at least 0.2 s have passed. Half a window is the smallest number of iterations that is at least 3 and lasts
 * at least 0.1 s. Medians are used because one collection in a half must not look like a trend. On the first 10 s of 2,940 forks
 * of 294 benchmarks, a longer half (0.5 s) settles half a second later and hardly changes the level of the next 2 s. So the
 * window is short, and {@link #trends} finds a remaining trend in the measured part.
 */
public final class Steadiness {
    private Steadiness() {}

    /**
     * After how many iterations times are steady; the next is the first that counts. The first answer does not change if iterations are
     * added.
     *
     * @param times seconds per operation of every iteration
     * @param lengths the seconds that each lasted
     */
    public static OptionalInt steadyFrom(Values times, Values lengths) {
        if (times.size() != lengths.size()) {
            throw new IllegalArgumentException(times.size() + " times but " + lengths.size() + " lengths");
        }
        double elapsed = 0;
        for (int end = 1; end <= times.size(); end++) {
            elapsed += lengths.get(end - 1);
            int middle = halfBefore(lengths, end);
            int start = middle < 0 ? -1 : halfBefore(lengths, middle);
            // The allowance is for sums such as 10 x 0.02, which fall short of 0.2 by rounding.
            if (start >= 0
                    && elapsed >= MethodConstants.STEADY_AT_LEAST * (1 - 1e-9)
                    && close(median(times, start, middle), median(times, middle, end))) {
                return OptionalInt.of(end);
            }
        }
        return OptionalInt.empty();
    }

    /** The same for iterations of equal length. */
    public static OptionalInt steadyFrom(Values times, double iterationSeconds) {
        double[] lengths = new double[times.size()];
        Arrays.fill(lengths, iterationSeconds);
        return steadyFrom(times, Values.of(lengths));
    }

    /**
     * Whether measured iterations still trend: the median of the later half differs by more than 3 % from that of the earlier half, and
     * Mann's test finds a trend at 5 %. Fewer than 5 iterations never trend: no order of 4 has a probability below 5 %.
     *
     * @param times seconds per operation in the order measured
     */
    public static boolean trends(Values times) {
        int n = times.size();
        if (n < 5) {
            return false;
        }
        boolean moved = !close(median(times, 0, n / 2), median(times, n - n / 2, n));
        return moved && MannKendall.twoSided(times) < MethodConstants.TREND_LEVEL;
    }

    private static int halfBefore(Values lengths, int end) {
        double seconds = 0;
        for (int start = end - 1; start >= 0; start--) {
            seconds += lengths.get(start);
            if (end - start >= MethodConstants.STEADY_HALF_COUNT
                    && seconds >= MethodConstants.STEADY_HALF_SECONDS * (1 - 1e-9)) {
                return start;
            }
        }
        return -1;
    }

    /** Within 3 % in both directions, so that exchanged halves, or rates instead of times, give the same answer. */
    private static boolean close(double before, double after) {
        return Math.abs(Math.log(after / before)) <= Math.log1p(MethodConstants.STEADY_WITHIN);
    }

    private static double median(Values values, int from, int to) {
        return Moments.median(values.slice(from, to));
    }
}
