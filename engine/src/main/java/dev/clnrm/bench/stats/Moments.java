package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;

/**
 * Mean and standard deviation of a few numbers.
 *
 * @param n how many
 * @param mean their mean
 * @param sd their standard deviation with n − 1 in the denominator; 0 if all are equal or there is only one
 */
record Moments(int n, double mean, double sd) {
    /** Numbers of which the squares or the sum exceed every double are divided by this first. */
    private static final double HUGE = 0x1p600;

    /** Two passes with the correction of Chan, Golub &amp; LeVeque 1983 (equation 1.7); equal numbers have the spread 0. */
    static Moments of(Values values) {
        int n = values.size();
        double first = values.get(0);
        if (values.allEqual()) {
            return new Moments(n, first, 0);
        }
        double mean = values.sum() / n;
        double squares = 0;
        double drift = 0;
        for (int i = 0; i < n; i++) {
            double distance = values.get(i) - mean;
            squares += distance * distance;
            drift += distance;
        }
        double sd = Math.sqrt((squares - drift * drift / n) / (n - 1));
        if (Double.isFinite(sd) || !values.stream().allMatch(Double::isFinite)) {
            return new Moments(n, mean, sd);
        }
        Moments small = of(values.mapped(value -> value / HUGE));
        return new Moments(n, small.mean * HUGE, Math.min(Double.MAX_VALUE, small.sd * HUGE));
    }

    /** The middle of {@code values}, or the mean of the two in the middle; at least one. */
    static double median(Values values) {
        double[] sorted = values.sorted();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    double variance() {
        return sd * sd;
    }

    /** The standard error of the mean. */
    double error() {
        return sd / Math.sqrt(n);
    }
}
