package dev.clnrm.bench.research;

import java.util.List;

/**
 * The result of a rule for a suite.
 *
 * @param slower the cases that it calls slower, in the order given
 * @param ok the cases that it calls ok at a margin of 5 %; empty if the rule has no such result
 * @param okAtTen the same at a margin of 10 %
 * @param forks the forks per side that it used, the mean over the cases
 */
record Calls(List<Boolean> slower, List<Boolean> ok, List<Boolean> okAtTen, double forks) {
    Calls {
        slower = List.copyOf(slower);
        ok = List.copyOf(ok);
        okAtTen = List.copyOf(okAtTen);
    }

    /** The result of a rule that only calls cases slower. */
    Calls(List<Boolean> slower, double forks) {
        this(slower, List.of(), List.of(), forks);
    }
}
