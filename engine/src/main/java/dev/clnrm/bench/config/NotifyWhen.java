package dev.clnrm.bench.config;

/** Which results cause a notification. */
public enum NotifyWhen {
    /** Results with exit status 1. */
    REGRESSED,
    /** Also results with an improvement. */
    CHANGED,
    /** Every result. */
    ALWAYS
}
