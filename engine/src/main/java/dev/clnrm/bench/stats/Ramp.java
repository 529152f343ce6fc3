package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;

/**
 * A part of a series fitted by a level, a straight line and another level, joined without steps (Hudson 1966). A line from one value to the next
 * is a step.
 *
 * <p>For given ends a and b the fit is the straight line of the values on r = clamp((i − a)/(b − a), 0, 1), and its slope is the growth. Sums that
 * run along the series make each pair of ends cost the same, so all are tried.
 *
 * @param from the last index before the growth
 * @param to the first index after it
 * @param growth the difference of the levels
 * @param squares the sum of squared residuals
 * @param weight the sum of squares of r about its mean
 */
record Ramp(int from, int to, double growth, double squares, double weight) {
    /** Both levels and both ends. */
    static final int PARAMETERS = 4;

    /**
     * The best ramp over at least {@code shortest} intervals of a series.
     *
     * @param shortest 1 for a step
     * @param longest no ramp is longer
     */
    static Ramp best(Values series, int shortest, int longest) {
        int n = series.size();
        double mean = series.mean();
        double[] sum = new double[n + 1];
        double[] moment = new double[n + 1];
        double total = 0;
        for (int i = 0; i < n; i++) {
            double y = series.get(i) - mean;
            sum[i + 1] = sum[i] + y;
            moment[i + 1] = moment[i] + i * y;
            total += y * y;
        }
        Ramp best = new Ramp(0, 0, 0, total, 1);
        for (int a = 0; a + shortest < n; a++) {
            for (int b = a + shortest; b < n && b - a <= longest; b++) {
                double length = b - a;
                // Σ r, Σ r² and Σ r·y over a < i < b, and r = 1 from b on.
                double inner = length - 1;
                double after = n - b;
                double sumR = inner / 2 + after;
                double squareR = inner * (2 * length - 1) / (6 * length) + after;
                double sumRy = (moment[b] - moment[a + 1] - a * (sum[b] - sum[a + 1])) / length + sum[n] - sum[b];
                double weight = squareR - sumR * sumR / n;
                double growth = sumRy / weight;
                double squares = total - growth * sumRy;
                if (squares < best.squares) {
                    best = new Ramp(a, b, growth, Math.max(0, squares), weight);
                }
            }
        }
        return best;
    }
}
