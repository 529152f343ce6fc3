package dev.clnrm.bench.stats;

/**
 * A step in a series. It lies between two values that one platform measured, because other platforms have levels of their own.
 *
 * @param last the index of the last value before it on that platform
 * @param index of the first value after it on that platform
 * @param split the index from which all values count as after it; those between {@code last} and {@code index} are of other platforms
 * @param before the mean since the previous step, or the start
 * @param after the mean until the next step, or the end
 * @param p of Student's test between the two, two-sided
 */
public record ChangePoint(int last, int index, int split, double before, double after, double p) {
    /** A step between neighbours that one platform measured. */
    public ChangePoint(int index, double before, double after, double p) {
        this(index - 1, index, index, before, after, p);
    }

    /** The size of the step as a share of the smaller side: 0.05 is 5 %. 0 if a side is 0. */
    public double magnitude() {
        return before == 0 || after == 0 ? 0 : Math.max(Math.abs(after / before - 1), Math.abs(before / after - 1));
    }
}
