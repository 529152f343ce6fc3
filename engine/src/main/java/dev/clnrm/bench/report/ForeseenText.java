package dev.clnrm.bench.report;

import dev.clnrm.bench.reach.Foreseen;
import dev.clnrm.bench.reach.Foreseen.HitRate;
import dev.clnrm.bench.reach.Foreseen.Likelihood;
import dev.clnrm.bench.reach.Precedents;
import java.util.List;
import java.util.Locale;

/** Formats what past changes tell of this one. */
public final class ForeseenText {
    private ForeseenText() {}

    /** What it rests on: {@code by 24 measured changes}; or why nothing can be told. */
    public static String ground(Foreseen of) {
        return of.changes() < Precedents.FEWEST
                ? "cannot tell which cases will move: " + Counts.count(of.changes(), "stored change")
                        + " reached a case, at least " + Precedents.FEWEST + " are needed; `clnrm-bench history"
                        + " backfill` measures past commits"
                : "cases that the change will likely move, by " + of.changes() + " measured changes";
    }

    /** {@code 82 %}. */
    public static String probability(Likelihood one) {
        return Math.round(100 * one.probability()) + " %";
    }

    /** {@code 4 of 5 changes of the same files moved it}. */
    public static String precedents(Likelihood one) {
        return one.of() == 0
                ? "no measured change of the same files"
                : one.moved() + " of " + Counts.count(one.of(), "change") + " of the same files moved it";
    }

    /** How good such predictions were, a clause each; empty if nothing was predicted. */
    public static List<String> tried(Foreseen of) {
        return of.cases().isEmpty()
                ? List.of()
                : of.tried()
                        .map(ForeseenText::tried)
                        .orElse(List.of("no past change was predicted yet, so nobody knows how good this is"));
    }

    private static List<String> tried(HitRate one) {
        return List.of(
                "of " + Counts.count(one.tried(), "such prediction")
                        + ", each from the changes before it: " + one.right() + " of " + one.likely()
                        + " likely moves came, and " + (one.moved() - one.right()) + " of "
                        + Counts.count(one.moved(), "move") + " " + (one.moved() - one.right() == 1 ? "was" : "were")
                        + " not called likely",
                "Brier score " + score(one.brier()) + ", smaller is better; every reached case moves: "
                        + score(one.always()) + ", none moves: " + score(one.never()));
    }

    private static String score(double score) {
        return String.format(Locale.ROOT, "%.2f", score);
    }
}
