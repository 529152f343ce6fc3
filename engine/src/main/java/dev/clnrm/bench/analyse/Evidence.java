package dev.clnrm.bench.analyse;

/**
 * One-sided evidence of a change.
 *
 * @param p the chance of a difference at least as large in this direction where there is none; in [0, 1], the share of the error that
 *     each look spends already counted
 * @param adjusted the same over the whole family (Holm 1979); at least {@code p}
 * @param look which statistic spoke, the one with the smallest p
 */
public record Evidence(double p, double adjusted, Look look) {
    public Evidence {
        if (!(0 <= p && p <= adjusted && adjusted <= 1)) {
            throw new IllegalArgumentException("0 <= p <= adjusted <= 1 does not hold of " + p + " and " + adjusted);
        }
    }
}
