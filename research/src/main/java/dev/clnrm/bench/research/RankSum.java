package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The rank-sum test of Wilcoxon 1945 and Mann &amp; Whitney 1947. It tests whether values of one group tend to lie above those of the
 * other. Exact up to 50 values, including ties; with more values, by the normal distribution.
 */
public final class RankSum {
    /** The most values for the exact distribution. With more values it takes long, and the normal distribution is close. */
    private static final int EXACT_UP_TO = 50;

    private RankSum() {}

    /**
     * The probability of ranks of {@code head} at least as high as these if both groups were one.
     *
     * @param base without NaN, at least one
     * @param head without NaN, at least one
     */
    public static double greater(Values base, Values head) {
        int[] doubled = doubledRanks(base, head);
        int sum = Arrays.stream(doubled, base.size(), doubled.length).sum();
        return doubled.length <= EXACT_UP_TO
                ? Subsets.atLeast(doubled, head.size(), sum)
                : normal(doubled, head.size(), sum);
    }

    /** Twice the smaller of the two one-sided probabilities, at most 1. */
    public static double twoSided(Values base, Values head) {
        return Math.min(1, 2 * Math.min(greater(base, head), greater(head, base)));
    }

    /** Twice the mid-rank of every value, base first. Doubled ranks are whole numbers, even with ties. */
    private static int[] doubledRanks(Values base, Values head) {
        double[] all = new double[base.size() + head.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < base.size() ? base.get(i) : head.get(i - base.size());
        }
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            int first = lower(sorted, all[i]);
            int end = first;
            while (end < sorted.length && sorted[end] == all[i]) {
                end++;
            }
            ranks[i] = first + 1 + end;
        }
        return ranks;
    }

    /** The index of the first element that is not below {@code value}. */
    private static int lower(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The normal approximation: variance with ties (Lehmann 1975, equation 1.35), with the correction for continuity. */
    private static double normal(int[] doubled, int m, int sum) {
        double n = doubled.length;
        double mean = m * (n + 1);
        double squares = Arrays.stream(doubled)
                .mapToDouble(rank -> (rank - n - 1) * (rank - n - 1))
                .sum();
        double deviation = Math.sqrt(m * (n - m) / (n * (n - 1)) * squares);
        if (deviation == 0) {
            return 1;
        }
        double z = (sum - mean - 1) / deviation;
        return new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
    }
}
