package dev.clnrm.bench.judge;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;

/** The verdict on a budget or law, in the order in which people should read them: the worst first. */
public enum Status {
    /** Proven broken. */
    FAIL,
    /** Unknown: not measured, failed, or without a number. */
    UNMEASURED,
    /** Measured, but not precisely enough. */
    INCONCLUSIVE,
    /** Proven to pass, with little room. */
    WARNING,
    /** Proven to pass. */
    PASS;

    /** Whether an interval proves that a number is in or out of the required range. */
    static Status of(Estimate estimate, Requirement requirement) {
        if (estimate.value().isEmpty()) {
            return UNMEASURED;
        }
        if (estimate.interval().isEmpty()) {
            return INCONCLUSIVE;
        }
        Interval interval = estimate.interval().get();
        if (interval.high() < requirement.low() || interval.low() > requirement.high()) {
            return FAIL;
        }
        return interval.low() >= requirement.low() && interval.high() <= requirement.high() ? PASS : INCONCLUSIVE;
    }
}
