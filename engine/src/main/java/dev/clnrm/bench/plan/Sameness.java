package dev.clnrm.bench.plan;

/** How much of the code that a case reaches is the same on both sides. A hint to measure less; never a verdict. */
public enum Sameness {
    /** Something differs, or the result is unknown. */
    DIFFERENT,
    /** All classes and resources that it reaches are the same, but they also read files or call other programs. */
    CLASSES,
    /** All classes and resources that it reaches are the same, and none of them calls an API that reads anything else. */
    ALL
}
