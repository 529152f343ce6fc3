package dev.clnrm.bench.judge;

/** How far the claims of a run beside its samples are trusted. It depends on who could write the run's files, not on their content. */
public enum Trust {
    /** This process measured it: all claims are trusted. */
    MEASURED_HERE,
    /** It was read from the user's own folder: all claims are trusted. */
    STORED,
    /**
     * It was written beside code that nobody has reviewed. Only the samples, and claims that make the verdict stricter, are trusted.
     * Missing or contradictory data is reported, and the run does not pass.
     */
    FROM_A_STRANGER
}
