package dev.clnrm.bench.stats;

import java.util.Optional;

/** Which change a number of forks can show, and how many forks a decision needs. */
public final class Sizing {
    /** The limit above which more forks do not help. */
    static final int MOST_FORKS = 1000;

    private Sizing() {}

    /**
     * The smallest change that an estimate with this standard error shows: exp((t₀.₉₇₅ + t₀.₈) · error) − 1 (Snedecor &amp; Cochran 1989,
     * chapter 6, with t for z).
     */
    static double detectable(double error, double df) {
        return Math.expm1(quantiles(df) * error);
    }

    /** t₀.₉₇₅ + t₀.₈: the effect, in standard errors, that is detected with 80 % power at a level of 5 %. */
    static double quantiles(double df) {
        return StudentT.quantile(1 - MethodConstants.DETECTABLE_LEVEL / 2, df)
                + StudentT.quantile(MethodConstants.POWER, df);
    }

    /**
     * The factor by which the half-width of an interval grows if a change has to be proven over a whole family: the ratio of the
     * normal quantiles of the level that the strongest case of the family has to meet (Holm 1979), and of the interval.
     *
     * @param level the level of the family, one-sided
     * @param family the number of cases, at least 1
     * @param confidence the confidence of the interval, two-sided
     * @return at least 1
     */
    public static double widening(double level, int family, double confidence) {
        double proving = StudentT.quantile(1 - level / Math.max(1, family), Double.POSITIVE_INFINITY);
        return Math.max(1, proving / StudentT.twoSided(confidence, Double.POSITIVE_INFINITY));
    }

    /**
     * The approximate number of forks that bring the end of an interval to a limit: n · (half-width / distance)², because the
     * half-width shrinks with the square root of their number.
     *
     * @param n the number of forks now
     * @param halfWidth the half-width of the interval now, on the scale on which it is symmetric
     * @param distance the distance from the estimate to the limit, on the same scale
     * @return more than n; empty if more than 1000
     */
    public static Optional<Integer> forksToDecide(int n, double halfWidth, double distance) {
        double ratio = halfWidth / Math.abs(distance);
        double forks = Math.ceil(n * ratio * ratio);
        return forks <= MOST_FORKS ? Optional.of(Math.max(n + 1, (int) forks)) : Optional.empty();
    }
}
