package dev.clnrm.bench.judge;

/** How a promise stands, in the order in which people should read them: the worst first. */
public enum Status {
    /** Proven broken. */
    FAIL,
    /** Not known: absent, failed, or without a number. */
    UNMEASURED,
    /** Measured, but too coarsely to tell. */
    INCONCLUSIVE,
    /** Proven kept, with little room. */
    WARNING,
    /** Proven kept. */
    PASS
}
