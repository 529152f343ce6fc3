package dev.clnrm.bench.judge;

/** What may be believed of a run beside its samples. It depends on who could write the run's files, not on their content. */
public enum Trust {
    /** This process measured it: everything the run says is believed. */
    MEASURED_HERE,
    /** It was read from the user's own folder: everything the run says is believed. */
    STORED,
    /**
     * It was written beside code that nobody has reviewed. Only the samples and what makes the verdict stricter are believed. What is
     * missing or contradictory is reported, and the run does not pass.
     */
    FROM_A_STRANGER
}
