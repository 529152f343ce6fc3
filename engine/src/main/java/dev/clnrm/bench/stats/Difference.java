package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;

/**
 * How far the head lies above the base, and how certain that is: for times on the log scale.
 *
 * @param estimate head − base
 * @param variance the variance of one fork; for pairs, half the variance of a pair's difference
 * @param df degrees of freedom of the variance, above 0; infinite if it is known
 * @param forks the harmonic mean of the forks of the sides: the error is √(2 · variance / forks)
 */
record Difference(double estimate, double variance, double df, double forks) {
    /** Two groups with one variance (Student 1908). */
    static Difference pooled(Values base, Values head) {
        Moments b = Moments.of(base);
        Moments h = Moments.of(head);
        double df = b.n() + h.n() - 2.0;
        double variance = ((b.n() - 1) * b.variance() + (h.n() - 1) * h.variance()) / df;
        return new Difference(h.mean() - b.mean(), variance, df, harmonic(b.n(), h.n()));
    }

    /** Pairs of one block each: the i-th of the base with the i-th of the head. */
    static Difference paired(Values base, Values head) {
        double[] differences = new double[base.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = head.get(i) - base.get(i);
        }
        Moments moments = Moments.of(Values.of(differences));
        return new Difference(moments.mean(), moments.variance() / 2, moments.n() - 1.0, moments.n());
    }

    /**
     * Two groups with their own variances (Welch 1947; Satterthwaite 1946, equation 17).
     *
     * @param least added to both variances
     */
    static Difference welch(Values base, Values head, double least) {
        Moments mb = Moments.of(base);
        Moments mh = Moments.of(head);
        double b = (mb.variance() + least) / mb.n();
        double h = (mh.variance() + least) / mh.n();
        double forks = harmonic(mb.n(), mh.n());
        double df =
                b + h == 0 ? mb.n() + mh.n() - 2.0 : (b + h) * (b + h) / (b * b / (mb.n() - 1) + h * h / (mh.n() - 1));
        return new Difference(mh.mean() - mb.mean(), (b + h) * forks / 2, df, forks);
    }

    private static double harmonic(int n, int m) {
        return 2.0 * n * m / (n + m);
    }

    /** The same with another variance. */
    Difference with(double newVariance, double newDf) {
        return new Difference(estimate, newVariance, newDf, forks);
    }

    /** The same if the head were smaller by an amount. */
    Difference less(double amount) {
        return new Difference(estimate - amount, variance, df, forks);
    }

    /** The standard error of the estimate. */
    double error() {
        return Math.sqrt(2 * variance / forks);
    }

    /** The probability of a difference at least this far above 0 if there is none. */
    double slower() {
        return above(estimate);
    }

    /** The probability of a difference at least this far below 0 if there is none. */
    double faster() {
        return above(-estimate);
    }

    private double above(double distance) {
        double error = error();
        if (error == 0) {
            return distance > 0 ? 0 : 1;
        }
        return StudentT.above(distance / error, df);
    }

    /** The ratio head / base with a two-sided interval. */
    Interval ratio(double confidence) {
        double half = StudentT.twoSided(confidence, df) * error();
        return new Interval(bounded(estimate - half), bounded(estimate), bounded(estimate + half), confidence);
    }

    private static double bounded(double log) {
        return Math.min(Double.MAX_VALUE, Math.exp(log));
    }
}
