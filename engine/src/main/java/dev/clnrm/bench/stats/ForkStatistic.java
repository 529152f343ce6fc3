package dev.clnrm.bench.stats;

/** The statistic of forks that evidence comes from. */
public enum ForkStatistic {
    /** The mean of all iterations. */
    MEAN,
    /** The mean of the fastest iterations: disturbance only ever adds time. */
    FLOOR,
    /** The mean of the slower half without its slow end: most of the fork, disturbed or not. */
    BODY,
    /** The slow end. It shows what affects only some iterations, such as garbage collections and rare paths. */
    TAIL,
    /** Bytes allocated; they hardly vary. */
    EXACT
}
