package dev.clnrm.cleanroom.policy;

import java.util.Locale;

/** How much a policy enforces; each level does what the one below does, and more. */
public enum SecurityLevel {
    /** Checks each command before anything runs. */
    LOW,
    /** Also redacts secrets in what steps print, cuts it to a size, and limits the time of a step. */
    MEDIUM,
    /** Also demands a backend that isolates and a list of what may run, and writes an audit record for each step. */
    HIGH;

    /** Whether this level enforces what the other does. */
    public boolean isAtLeast(SecurityLevel other) {
        return compareTo(other) >= 0;
    }

    /** In lower case, as people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
