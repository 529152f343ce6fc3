package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;

/** Measures how far the parts of a series are apart, by the distances between their values (Székely &amp; Rizzo 2005). */
public final class Energy {
    /** At [i][j] the sum of |xₖ − xₗ| over k &lt; i and l &lt; j. */
    private final double[][] sums;

    private Energy(double[][] sums) {
        this.sums = sums;
    }

    /**
     * A possible step.
     *
     * @param index the index of the first value after it; negative if there is none
     * @param q the statistic
     */
    public record Candidate(int index, double q) {
        static final Candidate NONE = new Candidate(-1, Double.NEGATIVE_INFINITY);
    }

    /** The distances of a series. */
    public static Energy of(Values values) {
        int n = values.size();
        double[][] sums = new double[n + 1][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sums[i + 1][j + 1] =
                        sums[i][j + 1] + sums[i + 1][j] - sums[i][j] + Math.abs(values.get(i) - values.get(j));
            }
        }
        return new Energy(sums);
    }

    /**
     * The step in [from, end): over every τ and κ, the largest Q of X = [from, τ) and Y = [τ, κ) with n and m values (Matteson &amp;
     * James 2014, equations 5 and 6): Q = nm/(n + m) · (2 mean|X − Y| − mean|X − X′| − mean|Y − Y′|).
     */
    public Candidate best(int from, int end) {
        Candidate best = Candidate.NONE;
        for (int at = from + 1; at < end; at++) {
            for (int to = at + 1; to <= end; to++) {
                double q = q(from, at, to);
                best = q > best.q ? new Candidate(at, q) : best;
            }
        }
        return best;
    }

    private double q(int from, int at, int to) {
        double n = at - from;
        double m = to - at;
        double cross = 2 / (m + n) * sum(from, at, at, to);
        double left = n > 1 ? m / (m + n) / (n - 1) * sum(from, at, from, at) : 0;
        double right = m > 1 ? n / (m + n) / (m - 1) * sum(at, to, at, to) : 0;
        return cross - left - right;
    }

    private double sum(int i, int iEnd, int j, int jEnd) {
        return sums[iEnd][jEnd] - sums[i][jEnd] - sums[iEnd][j] + sums[i][j];
    }
}
