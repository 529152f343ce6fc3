package dev.clnrm.bench.judge;

/** What of a run may be believed beside its samples. It depends on who could write the run's files, not on what they say. */
public enum Trust {
    /** This process measured it: everything the run says of itself holds. */
    MEASURED_HERE,
    /** It was read from a folder of the user's own: everything it says of itself holds. */
    STORED,
    /**
     * It was written beside code that nobody has reviewed. Only the samples count, and what makes the verdict stricter. What is missing or
     * contradicts itself is said, and nothing is called good over it.
     */
    FROM_A_STRANGER
}
