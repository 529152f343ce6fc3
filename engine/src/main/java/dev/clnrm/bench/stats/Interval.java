package dev.clnrm.bench.stats;

/**
 * A confidence interval around an estimate.
 *
 * @param low the lower end
 * @param estimate from low to high
 * @param high the upper end
 * @param confidence the share of such intervals that contain the true value, in (0, 1)
 */
public record Interval(double low, double estimate, double high, double confidence) {
    public Interval {
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low <= estimate && estimate <= high)) {
            throw new IllegalArgumentException(
                    "an interval is finite and holds its estimate, but this is " + low + ", " + estimate + ", " + high);
        }
        Levels.check(confidence);
    }

    /** Whether {@code value} lies in the interval, including its ends. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
