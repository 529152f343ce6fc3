package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;

/** Two means compared where the variances may differ (Welch 1947). */
public final class WelchTest {
    private WelchTest() {}

    /**
     * The chance, were the means equal, of a mean of {@code head} this far above that of {@code base}. Where no value differs from
     * another inside either group: 0 above, 1 otherwise.
     *
     * @param base at least two
     * @param head at least two
     */
    public static double greater(Values base, Values head) {
        return Difference.welch(base, head, 0).slower();
    }

    /** The smaller of the two one-sided chances twice, at most 1. */
    public static double twoSided(Values base, Values head) {
        return Math.min(1, 2 * Math.min(greater(base, head), greater(head, base)));
    }
}
