package dev.clnrm.bench.research;

import java.util.List;

/**
 * What a rule says of a suite.
 *
 * @param slower which cases it calls slower, in the order given
 * @param ok which cases it calls ok at a margin of 5 %; empty where a rule has no such word
 * @param okAtTen the same at a margin of 10 %
 * @param forks how many forks a side it used, the mean over the cases
 */
record Calls(List<Boolean> slower, List<Boolean> ok, List<Boolean> okAtTen, double forks) {
    Calls {
        slower = List.copyOf(slower);
        ok = List.copyOf(ok);
        okAtTen = List.copyOf(okAtTen);
    }

    /** Of a rule that says of a case that it is slower, and nothing else. */
    Calls(List<Boolean> slower, double forks) {
        this(slower, List.of(), List.of(), forks);
    }
}
