package dev.clnrm.bench.stats;

/** What is measured of an operation. */
public enum Metric {
    /** Seconds per operation. */
    TIME,
    /** Bytes allocated per operation. */
    ALLOCATION
}
