package dev.clnrm.bench.config;

/** Of which results somebody is told. */
public enum NotifyWhen {
    /** If the exit status is 1. */
    REGRESSED,
    /** Also if something improved. */
    CHANGED,
    /** Of every result. */
    ALWAYS
}
