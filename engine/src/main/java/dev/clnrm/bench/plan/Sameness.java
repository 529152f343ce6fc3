package dev.clnrm.bench.plan;

/** How much of what a case reaches is the same on both sides. A hint at where to measure less; never a verdict. */
public enum Sameness {
    /** Something differs, or cannot be told. */
    DIFFERENT,
    /** All classes and resources it reaches are the same, but they also read files or call other programs. */
    CLASSES,
    /** All classes and resources it reaches are the same, and none of them calls an API that reads anything else. */
    ALL
}
