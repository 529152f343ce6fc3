package dev.clnrm.bench.judge;

/**
 * The range that a number has to be in.
 *
 * @param low the lower end; negative infinity if open
 * @param high the upper end; positive infinity if open
 */
public record Requirement(double low, double high) {
    public Requirement {
        if (!(low <= high)) {
            throw new IllegalArgumentException("a requirement runs from low to high, but this is " + low + ", " + high);
        }
    }

    /** At least {@code low}. */
    public static Requirement atLeast(double low) {
        return new Requirement(low, Double.POSITIVE_INFINITY);
    }

    /** At most {@code high}. */
    public static Requirement atMost(double high) {
        return new Requirement(Double.NEGATIVE_INFINITY, high);
    }
}
