package dev.clnrm.bench.research;

/** A claim that excludes a slowdown, and the truth. */
public enum Excluded {
    /** The same code is called ok at a margin of 5 %. */
    SAME_AT_FIVE,
    /** The same code is called ok at a margin of 10 %. */
    SAME_AT_TEN,
    /** Code that is 5 % slower is called ok at a margin of 5 %, which is wrong. */
    FIVE_AT_FIVE,
    /** Code that is 10 % slower is called ok at a margin of 10 %, which is wrong. */
    TEN_AT_TEN
}
