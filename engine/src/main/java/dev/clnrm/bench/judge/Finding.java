package dev.clnrm.bench.judge;

/** The verdict on a case, in the order in which people should read them: the worst first. */
public enum Finding {
    /** Proven worse: the interval lies above no change, and the estimate reaches the tolerance. */
    REGRESSED,
    /** A side has no fork that finished. */
    FAILED,
    /** The sides were measured under different conditions, so their difference says nothing about the code. */
    INCOMPARABLE,
    /** The interval includes both no change and the margin, or there is no interval; more forks may decide it. */
    INCONCLUSIVE,
    /** The head was measured, but not this case. */
    MISSING,
    /** The head no longer declares the case. */
    REMOVED,
    /** Only the head has the case. */
    NEW,
    /** Proven better: the opposite of regressed. */
    IMPROVED,
    /** A slowdown of the margin or more is excluded. */
    OK
}
