package dev.clnrm.cleanroom.policy;

import java.util.Locale;

/** How much a policy enforces; each level includes the level below it. */
public enum SecurityLevel {
    /** Checks each command before anything runs. */
    LOW,
    /** Also redacts secrets in the output of steps, limits its size, and limits the time of a step. */
    MEDIUM,
    /** Also requires an isolating backend and a list of allowed commands, and writes an audit record for each step. */
    HIGH;

    /** Whether this level includes the other. */
    public boolean isAtLeast(SecurityLevel other) {
        return compareTo(other) >= 0;
    }

    /** In lower case, as people write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
