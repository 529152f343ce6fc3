package dev.clnrm.bench.app;

import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.HeadJudgement;

/** How bad news is, from 0: what gets worse is said anew. */
final class Ranks {
    private Ranks() {}

    static int of(ChangeJudgement.Result result) {
        return switch (result) {
            case OK, IMPROVED, NEW -> 0;
            case INCOMPLETE, INCONCLUSIVE, NOTHING_JUDGED, NOT_PROVEN -> 1;
            case WARNING -> 2;
            case COULD_NOT_MEASURE -> 3;
            case OVER_BUDGET -> 4;
            case REGRESSED -> 5;
        };
    }

    static int of(HeadJudgement.Result result) {
        return switch (result) {
            case WITHIN_BUDGET -> 0;
            case INCONCLUSIVE -> 1;
            case COULD_NOT_MEASURE -> 3;
            case OVER_BUDGET -> 4;
        };
    }
}
