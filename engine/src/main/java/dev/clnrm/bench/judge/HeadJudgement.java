package dev.clnrm.bench.judge;

import dev.clnrm.bench.stats.Measurement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The verdicts on the head, or on the only side, by its budgets and laws.
 *
 * @param measurements every measured case, with or without a budget, in the order given
 * @param budgets every limit of every case, in the order given
 * @param laws every law, in the order given
 * @param failed cases with a failed fork, and cases that were never measured
 * @param census how much could be judged
 * @param rules the rules it was judged by
 * @param end how far the run came
 * @param doubts what is missing or contradictory in the samples, one clause each; with a doubt, the result is never within budget
 */
public record HeadJudgement(
        List<Measurement> measurements,
        List<BudgetVerdict> budgets,
        List<LawVerdict> laws,
        List<FailedCase> failed,
        Census census,
        Rules rules,
        RunSamples.End end,
        List<String> doubts) {
    public HeadJudgement {
        measurements = List.copyOf(measurements);
        budgets = List.copyOf(budgets);
        laws = List.copyOf(laws);
        failed = List.copyOf(failed);
        doubts = List.copyOf(doubts);
    }

    static HeadJudgement of(
            List<Measurement> measurements,
            List<BudgetVerdict> budgets,
            List<LawVerdict> laws,
            List<FailedCase> failed,
            int cases,
            Rules rules,
            RunSamples.End end,
            List<String> doubts) {
        long judged = Stream.concat(
                        budgets.stream().map(BudgetVerdict::status),
                        laws.stream().map(LawVerdict::status))
                .filter(status -> status != Status.UNMEASURED)
                .count();
        long withNumber =
                measurements.stream().filter(m -> m.time().value().isPresent()).count();
        Census census = new Census((int) withNumber, cases, (int) judged, budgets.size() + laws.size());
        return new HeadJudgement(measurements, budgets, laws, failed, census, rules, end, doubts);
    }

    /**
     * Over budget if a budget or law is proven broken; else could-not-measure if a case failed or the run was stopped early; else
     * inconclusive if anything is inconclusive or in doubt. Proven results stay proven even if other cases failed, so they come first: a
     * caller that repeats runs that could not measure must not repeat a run that found something. {@link #failed()} and {@link #census()}
     * show the rest.
     */
    public Result result() {
        if (any(Status.FAIL)) {
            return Result.OVER_BUDGET;
        }
        if (isPartial() || !failed.isEmpty() || any(Status.UNMEASURED)) {
            return Result.COULD_NOT_MEASURE;
        }
        return doubts.isEmpty() && !any(Status.INCONCLUSIVE) ? Result.WITHIN_BUDGET : Result.INCONCLUSIVE;
    }

    private boolean isPartial() {
        return end == RunSamples.End.CUT_SHORT || end == RunSamples.End.WITHOUT_BASE;
    }

    private boolean any(Status status) {
        return budgets.stream().anyMatch(budget -> budget.status() == status)
                || laws.stream().anyMatch(law -> law.status() == status);
    }

    /** The exit status: 0, 1, 3 or, if the user forbids inconclusive results, 4. */
    public int exit() {
        return switch (result()) {
            case WITHIN_BUDGET -> 0;
            case OVER_BUDGET -> 1;
            case COULD_NOT_MEASURE -> 3;
            case INCONCLUSIVE -> rules.strictness().failOnInconclusive() ? 4 : 0;
        };
    }

    /** The result of a head by itself. */
    public enum Result {
        /** Everything was measured and decided, and nothing is broken. */
        WITHIN_BUDGET,
        /** Something is proven broken. */
        OVER_BUDGET,
        /** Something has no result. */
        COULD_NOT_MEASURE,
        /** Something was not measured precisely enough to decide. */
        INCONCLUSIVE
    }
}
