package dev.clnrm.bench.calibrate;

import java.util.List;

/**
 * What a rule says of a suite.
 *
 * @param slower which cases it calls slower, in the order given
 * @param forks how many forks a side it used, the mean over the cases
 */
record Calls(List<Boolean> slower, double forks) {
    Calls {
        slower = List.copyOf(slower);
    }
}
