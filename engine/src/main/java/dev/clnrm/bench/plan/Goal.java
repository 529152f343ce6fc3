package dev.clnrm.bench.plan;

/**
 * The goal of a comparison of two sides. Each case gets forks until its part of the goal is decided, or until it has the most
 * forks.
 */
public enum Goal {
    /** Every case is regressed, improved or ok. */
    DECIDED,
    /** A case is improved, and none is regressed. */
    IMPROVED,
    /** Every case is ok or improved: a slowdown by the margin is excluded. */
    NOT_SLOWER;

    /** Whether it is a claim, so that a run fails if the claim is not proven. */
    public boolean isClaim() {
        return this != DECIDED;
    }
}
