package dev.clnrm.bench.config;

import java.util.Locale;

/** Which proven slowdowns fail the check. Being over budget always does. */
public enum FailOn {
    /** Any proven slowdown beyond the tolerance. */
    REGRESSION,
    /** From the warning threshold on. */
    WARNING,
    /** From the critical threshold on. */
    CRITICAL,
    /** From the alert threshold on. */
    ALERT,
    /** None. */
    NEVER;

    /** The word in the file and on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
