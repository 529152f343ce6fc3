package dev.clnrm.bench.verdict;

/** What a limit is put on. */
public enum Metric {
    /** Seconds per operation. */
    TIME,
    /** Bytes allocated per operation. */
    ALLOCATION
}
