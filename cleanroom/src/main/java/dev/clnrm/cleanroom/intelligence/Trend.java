package dev.clnrm.cleanroom.intelligence;

import java.util.Arrays;
import java.util.Optional;

/**
 * The trend of a test's values from one execution to the next: its slope, and whether it can be chance.
 *
 * <p>The slope is the median of the slopes between all pairs, which is robust against outliers in up to a quarter of the
 * executions (Theil 1950; Sen, Estimates of the Regression Coefficient Based on Kendall's Tau, JASA 63, 1968, pp. 1379–1389, with
 * his 95 % interval). The p value is that of Mann and Kendall's two-sided test with its corrections for ties and continuity
 * (Mann, Econometrica 13, 1945, pp. 245–259; Kendall, Rank Correlation Methods, 4th edition, 1975). The model assumes that
 * executions are independent of each other: a load that changes over the day can look like a trend.
 *
 * @param test the test
 * @param executions the number of analysed executions, the latest ones, from {@value #LEAST}
 * @param median the median, in seconds or bytes
 * @param slope change from one execution to the next, in seconds or bytes
 * @param low lower end of the slope's 95 % interval
 * @param high upper end of the slope's 95 % interval
 * @param p probability of a trend at least this clear if there is none, from 0 to 1
 */
public record Trend(String test, int executions, double median, double slope, double low, double high, double p) {
    /** The fewest values: from ten on, the normal approximation of the test is valid (Kendall 1975). */
    public static final int LEAST = 10;

    /** The significance level: one of twenty tests without a trend is called wrongly. */
    private static final double LEVEL = 0.05;

    /** The 97.5 % quantile of the normal distribution: qnorm(0.975) in R. */
    private static final double Z = 1.959963984540054;

    /** The direction of a trend. */
    public enum Direction {
        RISING,
        FALLING,
        /** No trend is distinguishable from chance. */
        NONE
    }

    /** The direction of the trend if it is significant at 5 %. */
    public Direction direction() {
        if (p >= LEVEL || slope == 0) {
            return Direction.NONE;
        }
        return slope > 0 ? Direction.RISING : Direction.FALLING;
    }

    /** The trend of one test's values, the oldest first; empty if there are fewer than {@value #LEAST}. */
    static Optional<Trend> of(String test, double[] values) {
        int n = values.length;
        if (n < LEAST) {
            return Optional.empty();
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int balance = 0;
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                balance += Double.compare(values[j], values[i]);
                slopes[next++] = (values[j] - values[i]) / (j - i);
            }
        }
        Arrays.sort(slopes);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double deviation = Math.sqrt(variance(sorted));
        double reach = Z * deviation;
        int low = (int) Math.rint((slopes.length - reach) / 2) - 1;
        int high = (int) Math.rint((slopes.length + reach) / 2);
        return Optional.of(new Trend(
                test,
                n,
                median(sorted),
                median(slopes),
                slopes[Math.max(low, 0)],
                slopes[Math.min(high, slopes.length - 1)],
                p(balance, deviation)));
    }

    private static double p(int balance, double deviation) {
        return deviation == 0 ? 1 : Normal.twoSided(Math.max(Math.abs(balance) - 1, 0) / deviation);
    }

    /** Variance of the balance of rises over falls, corrected for ties. */
    private static double variance(double[] sorted) {
        double sum = term(sorted.length);
        int from = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[from]) {
                sum -= term(i - from);
                from = i;
            }
        }
        return sum / 18;
    }

    private static double term(double n) {
        return n * (n - 1) * (2 * n + 5);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
