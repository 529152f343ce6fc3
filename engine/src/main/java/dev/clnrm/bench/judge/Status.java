package dev.clnrm.bench.judge;

/** The verdict on a budget or law, in the order in which people should read them: the worst first. */
public enum Status {
    /** Proven broken. */
    FAIL,
    /** Unknown: not measured, failed, or without a number. */
    UNMEASURED,
    /** Measured, but not precisely enough. */
    INCONCLUSIVE,
    /** Proven to pass, with little room. */
    WARNING,
    /** Proven to pass. */
    PASS
}
