package dev.clnrm.bench.analyse;

/**
 * How far head lies above base on the log scale, and how sure that is.
 *
 * @param estimate head − base
 * @param error its standard error; 0 where no fork differs from another
 * @param df the degrees of freedom of the error, above 0; infinite for a normal distribution
 * @param sd the standard deviation of one fork the error was made from
 */
record Difference(double estimate, double error, double df, double sd) {
    /**
     * Two groups with variances of their own (Welch 1947; Satterthwaite 1946, equation 17).
     *
     * @param base of at least two forks
     * @param head of at least two forks
     */
    static Difference welch(Moments base, Moments head) {
        double b = base.variance() / base.n();
        double h = head.variance() / head.n();
        double error = Math.sqrt(b + h);
        double df = error == 0
                ? base.n() + head.n() - 2.0
                : (b + h) * (b + h) / (b * b / (base.n() - 1) + h * h / (head.n() - 1));
        double sd = error / Math.sqrt(1.0 / base.n() + 1.0 / head.n());
        return new Difference(head.mean() - base.mean(), error, df, sd);
    }

    /** The chance of a difference this far above nothing, or farther, where there is none. */
    double slower() {
        return StudentT.above(estimate / error, df);
    }

    /** The chance of a difference this far below nothing, or farther, where there is none. */
    double faster() {
        return StudentT.above(-estimate / error, df);
    }

    /** The ratio head / base with a two-sided interval. */
    Interval ratio(double confidence) {
        double half = error == 0 ? 0 : StudentT.twoSided(confidence, df) * error;
        return new Interval(bounded(estimate - half), bounded(estimate), bounded(estimate + half), confidence);
    }

    private static double bounded(double log) {
        return Math.min(Double.MAX_VALUE, Math.exp(log));
    }
}
