package dev.clnrm.bench.verdict;

/** What became of a case, in the order in which people should read them: the worst first. */
public enum Finding {
    /** Proven worse, beyond the tolerance. */
    REGRESSED,
    /** Measured, or to be measured, too coarsely to tell. */
    INCONCLUSIVE,
    /** Only the base has it. */
    VANISHED,
    /** Only the head has it. */
    NEW,
    /** Proven better, beyond the tolerance. */
    IMPROVED,
    /** Proven to lie within the tolerance. */
    UNCHANGED
}
