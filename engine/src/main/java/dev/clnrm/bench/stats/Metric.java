package dev.clnrm.bench.stats;

/** What is measured of an operation. */
public enum Metric {
    /** Seconds per operation. */
    TIME,
    /** Bytes allocated per operation. */
    ALLOCATION;

    /**
     * Whether a change of {@code base} can be told as a ratio. A ratio to less than a byte per operation is one to the rounding of the
     * measurement; a change of it is told as a difference.
     */
    public boolean hasRatios(double base) {
        return switch (this) {
            case TIME -> base > 0;
            case ALLOCATION -> base >= MethodConstants.ONE_BYTE;
        };
    }
}
