package dev.clnrm.bench.judge;

/** The severity of a proven slowdown; the smallest comes first. */
public enum Severity {
    /** Below every threshold. */
    MINOR,
    /** At least the warning threshold. */
    WARNING,
    /** At least the critical threshold. */
    CRITICAL,
    /** At least the alert threshold. */
    ALERT
}
