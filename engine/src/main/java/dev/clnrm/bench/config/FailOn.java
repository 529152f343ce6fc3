package dev.clnrm.bench.config;

import java.util.Locale;

/** Which proven slowdowns fail the check. A case over budget always fails it. */
public enum FailOn {
    /** Any proven slowdown beyond the tolerance. */
    REGRESSION,
    /** Slowdowns of at least the warning threshold. */
    WARNING,
    /** Slowdowns of at least the critical threshold. */
    CRITICAL,
    /** Slowdowns of at least the alert threshold. */
    ALERT,
    /** No slowdown. */
    NEVER;

    /** The word in the file and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
