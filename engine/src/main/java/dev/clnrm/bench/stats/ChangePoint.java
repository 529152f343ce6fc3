package dev.clnrm.bench.stats;

/**
 * A step in a series.
 *
 * @param index of the first value after the step
 * @param before the mean since the previous step, or the start
 * @param after the mean until the next step, or the end
 * @param p of Student's test between the two, two-sided
 */
public record ChangePoint(int index, double before, double after, double p) {
    /** The size of the step as a share of the smaller side: 0.05 is 5 %. 0 if a side is 0. */
    public double magnitude() {
        return before == 0 || after == 0 ? 0 : Math.max(Math.abs(after / before - 1), Math.abs(before / after - 1));
    }
}
