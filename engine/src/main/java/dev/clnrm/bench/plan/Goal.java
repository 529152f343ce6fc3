package dev.clnrm.bench.plan;

/** What a comparison of two sides goes on for: each case gets forks until it can say no more about it, or has all it may get. */
public enum Goal {
    /** Every case is regressed, improved or ok. */
    DECIDED,
    /** A case is improved, and none is regressed. */
    IMPROVED,
    /** Every case is ok or improved: a slowdown by the margin is excluded. */
    NOT_SLOWER;

    /** Whether it is something to prove, so that a run that does not reach it fails. */
    public boolean isClaim() {
        return this != DECIDED;
    }
}
