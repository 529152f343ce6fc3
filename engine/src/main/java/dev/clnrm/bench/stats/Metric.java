package dev.clnrm.bench.stats;

/** What is measured for an operation. */
public enum Metric {
    /** Seconds per operation. */
    TIME,
    /** Bytes allocated per operation. */
    ALLOCATION;

    /**
     * Whether a change of {@code base} can be shown as a ratio. A ratio to less than one byte per operation would only show the
     * rounding of the measurement; such a change is shown as a difference.
     */
    public boolean hasRatios(double base) {
        return switch (this) {
            case TIME -> base > 0;
            case ALLOCATION -> base >= MethodConstants.ONE_BYTE;
        };
    }
}
