package dev.clnrm.bench.stats;

/**
 * A gradual change in a series: one level up to a value, steady growth, and another level after it. No step explains it as well.
 *
 * @param from the index of the last value before the growth
 * @param to the index of the first value after it
 * @param growth the level after it over the level before it
 * @param p of Student's test against no growth, two-sided
 */
public record Creep(int from, int to, Interval growth, double p) {
    /** The growth as a share of the smaller level: 0.05 is 5 %. */
    public double magnitude() {
        return Math.max(growth.estimate(), 1 / growth.estimate()) - 1;
    }

    /** Whether the values after the growth are larger. */
    public boolean slower() {
        return growth.estimate() > 1;
    }
}
