package dev.clnrm.bench.stats;

import java.util.Optional;

/** How much a number of forks can show, and how many forks would show something. */
public final class Sizing {
    /** Beyond this many forks a question is not decided by more of them. */
    static final int MOST_FORKS = 1000;

    private Sizing() {}

    /**
     * The smallest change that an estimate with this standard error shows: exp((t₀.₉₇₅ + t₀.₈) · error) − 1 (Snedecor &amp; Cochran 1989, chapter 6, with t for
     * z).
     */
    static double detectable(double error, double df) {
        return Math.expm1(quantiles(df) * error);
    }

    /** t₀.₉₇₅ + t₀.₈: how many standard errors away an effect is seen with 80 % power at a level of 5 %. */
    static double quantiles(double df) {
        return StudentT.quantile(1 - MethodConstants.DETECTABLE_LEVEL / 2, df)
                + StudentT.quantile(MethodConstants.POWER, df);
    }

    /**
     * By how much the half-width of an interval grows where a change has to be proven over a whole family: the ratio of the normal
     * quantiles of the level that the strongest of so many cases is held to (Holm 1979), and of the interval.
     *
     * @param level of the family, one-sided
     * @param family how many cases, at least 1
     * @param confidence of the interval, two-sided
     * @return at least 1
     */
    public static double widening(double level, int family, double confidence) {
        double proving = StudentT.quantile(1 - level / Math.max(1, family), Double.POSITIVE_INFINITY);
        return Math.max(1, proving / StudentT.twoSided(confidence, Double.POSITIVE_INFINITY));
    }

    /**
     * About how many forks bring the end of an interval to a limit: n · (half-width / distance)², since a half-width shrinks with
     * the root of their number.
     *
     * @param n how many there are
     * @param halfWidth of the interval now, on the scale it is symmetric on
     * @param distance from the estimate to the limit, on the same scale
     * @return more than n; absent when more than 1000
     */
    public static Optional<Integer> forksToDecide(int n, double halfWidth, double distance) {
        double ratio = halfWidth / Math.abs(distance);
        double forks = Math.ceil(n * ratio * ratio);
        return forks <= MOST_FORKS ? Optional.of(Math.max(n + 1, (int) forks)) : Optional.empty();
    }
}
