package dev.clnrm.cleanroom.intelligence;

/**
 * A probability estimated from counts, with its precision.
 *
 * @param mean the expected value, above 0 and below 1
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Proportion(double mean, double low, double high) {
    /** Jeffreys's prior: half a success and half a failure. */
    private static final double PRIOR = 0.5;

    private static final double TAIL = 0.025;

    public Proportion {
        if (!(0 <= low && low <= mean && mean <= high && high <= 1)) {
            throw new IllegalArgumentException("no proportion: " + low + " <= " + mean + " <= " + high);
        }
    }

    /**
     * The probability of an event that happened {@code count} times in {@code trials}: the posterior of Jeffreys's prior,
     * Beta(count + 1/2, trials − count + 1/2), with its mean and its equal-tailed 95 % interval, whose coverage is close to 95 %
     * even near 0 and 1 (Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion, Statistical Science 16, 2001,
     * pp. 101–133). As they recommend, an end is 0 or 1 if no event, or only events, happened.
     *
     * @param count from 0
     * @param trials from {@code count}; with 0 trials the interval is [0, 1]
     */
    public static Proportion of(int count, int trials) {
        if (count < 0 || trials < count) {
            throw new IllegalArgumentException(count + " of " + trials + "; the count lies between 0 and the trials");
        }
        Beta posterior = new Beta(count + PRIOR, trials - count + PRIOR);
        return new Proportion(
                posterior.mean(),
                count == 0 ? 0 : posterior.quantile(TAIL),
                count == trials ? 1 : posterior.quantile(1 - TAIL));
    }
}
