package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The rank test against trend (Mann 1945; Kendall 1975, chapter 4). */
final class MannKendall {
    private static final int EXACT_UP_TO = 50;

    private MannKendall() {}

    /** The probability of a trend at least this strong if there is none; ties count for neither direction. */
    static double twoSided(Values values) {
        int n = values.size();
        int s = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += Double.compare(values.get(j), values.get(i));
            }
        }
        int distance = Math.abs(s);
        if (distance <= 1) {
            return 1;
        }
        return n <= EXACT_UP_TO ? exact(n, distance) : normal(n, distance);
    }

    /**
     * The exact probability from the number of orders by inversions, one element added at a time: pₙ(k) = Σⱼ₌₀ⁿ⁻¹ pₙ₋₁(k − j) /
     * n.
     */
    static double exact(int n, int distance) {
        int pairs = n * (n - 1) / 2;
        double[] chance = new double[pairs + 1];
        chance[0] = 1;
        for (int size = 2; size <= n; size++) {
            double[] next = new double[pairs + 1];
            for (int k = 0; k <= size * (size - 1) / 2; k++) {
                for (int j = 0; j < size && j <= k; j++) {
                    next[k] += chance[k - j] / size;
                }
            }
            chance = next;
        }
        double tail = 0;
        for (int k = 0; pairs - 2 * k >= distance; k++) {
            tail += chance[k];
        }
        return Math.min(1, 2 * tail);
    }

    /** The normal approximation: Var S = n(n − 1)(2n + 5)/18, with the correction for continuity. */
    static double normal(int n, int distance) {
        double deviation = Math.sqrt(n * (n - 1.0) * (2.0 * n + 5) / 18);
        double z = (distance - 1) / deviation;
        return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-z);
    }
}
