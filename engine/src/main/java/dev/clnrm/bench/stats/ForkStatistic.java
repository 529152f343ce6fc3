package dev.clnrm.bench.stats;

/** Which statistic of the forks evidence comes from. */
public enum ForkStatistic {
    /** The mean of all iterations. */
    MEAN,
    /** The mean of the fastest iterations: disturbance only ever adds time. */
    FLOOR,
    /** The mean of the slower half without its slow end: what most of the fork was like, disturbed or not. */
    BODY,
    /** The slow end, for what touches only some iterations: collections, rare paths. */
    TAIL,
    /** Bytes allocated, which hardly vary. */
    EXACT
}
