package dev.clnrm.bench.stats;

/**
 * Where a series stepped.
 *
 * @param index of the first value after the step
 * @param before the mean from the step before, or the start
 * @param after the mean up to the step after, or the end
 * @param p of Student's test between the two, two-sided
 */
public record ChangePoint(int index, double before, double after, double p) {
    /** How large the step is against the smaller of its sides: 0.05 is 5 %; 0 where a side is 0. */
    public double magnitude() {
        return before == 0 || after == 0 ? 0 : Math.max(Math.abs(after / before - 1), Math.abs(before / after - 1));
    }
}
