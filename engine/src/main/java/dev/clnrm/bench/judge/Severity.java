package dev.clnrm.bench.judge;

/** How large a proven slowdown is, the smallest first. */
public enum Severity {
    /** Below every threshold. */
    MINOR,
    /** From the warning threshold on. */
    WARNING,
    /** From the critical threshold on. */
    CRITICAL,
    /** From the alert threshold on. */
    ALERT
}
