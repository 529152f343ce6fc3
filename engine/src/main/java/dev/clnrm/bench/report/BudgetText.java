package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.Status;
import dev.clnrm.bench.stats.Estimate;
import java.util.Optional;

/** Formats budgets and their verdicts for people. */
public final class BudgetText {
    private BudgetText() {}

    /** What a budget limits: {@code time}, {@code time p99}, {@code allocation}. */
    public static String limited(BudgetVerdict verdict) {
        return Words.of(verdict.metric())
                + verdict.percentile().map(p -> " " + Percents.percentile(p)).orElse("");
    }

    /** The distance between a budget and the measurement: {@code headroom 35.7 %}, {@code over by 206 %}. */
    public static Optional<String> room(BudgetVerdict verdict) {
        return verdict.headroom()
                .map(share -> share < 0 && verdict.status() == Status.FAIL
                        ? "over by " + Percents.percent(-share)
                        : "headroom " + Percents.headroom(share));
    }

    /** The measurement, with enough digits to distinguish it from the limit. */
    public static String current(BudgetVerdict verdict) {
        Estimate measured = verdict.measured();
        return measured.value()
                .map(value -> Amounts.against(verdict.metric(), value, measured.interval(), verdict.limit()))
                .orElse(Decimals.NONE);
    }

    /** The reason why a budget passes although a larger amount is shown; empty if the shown amounts explain themselves. */
    public static Optional<String> passing(BudgetVerdict verdict) {
        return verdict.reason()
                .filter(reason -> verdict.status() == Status.PASS)
                .filter(reason -> verdict.measured().value().orElseThrow() > verdict.limit()
                        && !Amounts.estimate(verdict.metric(), verdict.measured())
                                .equals(Amounts.limit(verdict.metric(), verdict.limit())));
    }

    /** What would decide an inconclusive budget. */
    public static Optional<String> deciding(BudgetVerdict verdict) {
        return deciding(verdict.status(), verdict.measured(), verdict.forksToDecide());
    }

    /** What would decide an inconclusive result that has an interval. */
    static Optional<String> deciding(Status status, Estimate measured, Optional<Integer> forks) {
        return status == Status.INCONCLUSIVE && measured.interval().isPresent()
                ? Optional.of(deciding(
                        forks, measured.forks(), "it is so close to the limit that more forks would not decide it"))
                : Optional.empty();
    }

    /** {@code at this spread about 24 forks would decide it (6 were run)}. */
    public static String deciding(Optional<Integer> forks, int run, String otherwise) {
        return forks.map(needed -> "at this spread about " + needed + " forks would decide it (" + run
                        + (run == 1 ? " was run)" : " were run)"))
                .orElse(otherwise);
    }
}
