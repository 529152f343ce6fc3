package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Spreads;
import java.util.List;
import java.util.Map;

/**
 * The verdicts on a whole run.
 *
 * @param measurements every measured case, with or without a budget, in the order given
 * @param budgets every limit of every case, in the order given
 * @param laws every law, in the order given
 * @param failed cases with a failed fork, and cases that were never measured
 * @param census how much could be judged
 * @param settings how it was judged
 */
public record Judgement(
        List<Measurement> measurements,
        List<BudgetVerdict> budgets,
        List<LawVerdict> laws,
        List<FailedCase> failed,
        Census census,
        Settings settings) {
    public Judgement {
        measurements = List.copyOf(measurements);
        budgets = List.copyOf(budgets);
        laws = List.copyOf(laws);
        failed = List.copyOf(failed);
    }

    /**
     * Judges a run of one side.
     *
     * @param samples what was measured
     * @param promised every case of the plan with its budget, {@link Budget#NONE} if it has none; a case that is not among
     *     {@code samples} is reported as not measured
     * @param laws the laws between the cases
     * @param settings how to judge
     */
    public static Judgement of(
            Map<CaseName, CaseSamples> samples, Map<CaseName, Budget> promised, List<Law> laws, Settings settings) {
        return of(samples, Spreads.of(samples.values()), promised, laws, settings);
    }

    /**
     * The same if {@code samples} are only some of the cases of a side.
     *
     * @param side the spread of forks, learned from all cases of the side
     */
    public static Judgement of(
            Map<CaseName, CaseSamples> samples,
            Spreads side,
            Map<CaseName, Budget> promised,
            List<Law> laws,
            Settings settings) {
        return new Judge(samples, side, settings).judge(promised, laws);
    }

    /**
     * Over budget if a budget or law is proven broken; else could-not-measure if a case failed or the run was cut short; else
     * inconclusive if anything is inconclusive or in doubt. What is proven stays proven even if other cases failed, so it comes first: a
     * caller that repeats runs that could not measure must not repeat one that found something. {@link #failed()} and {@link #census()}
     * show the rest.
     */
    public Result result() {
        if (budgets.stream().anyMatch(b -> b.status() == Status.FAIL)
                || laws.stream().anyMatch(l -> l.status() == Status.FAIL)) {
            return Result.OVER_BUDGET;
        }
        if (settings.cutShort()
                || !failed.isEmpty()
                || budgets.stream().anyMatch(b -> b.status() == Status.UNMEASURED)
                || laws.stream().anyMatch(l -> l.status() == Status.UNMEASURED)) {
            return Result.COULD_NOT_MEASURE;
        }
        if (!settings.doubts().isEmpty()
                || budgets.stream().anyMatch(b -> b.status() == Status.INCONCLUSIVE)
                || laws.stream().anyMatch(l -> l.status() == Status.INCONCLUSIVE)) {
            return Result.INCONCLUSIVE;
        }
        return Result.WITHIN_BUDGET;
    }

    /** The exit status: 0, 1, 3 or, if the user forbids inconclusive results, 4. */
    public int exit() {
        return switch (result()) {
            case WITHIN_BUDGET -> 0;
            case OVER_BUDGET -> 1;
            case COULD_NOT_MEASURE -> 3;
            case INCONCLUSIVE -> settings.failOnInconclusive() ? 4 : 0;
        };
    }

    /** The result of the whole run. */
    public enum Result {
        /** Everything was measured and decided, and nothing is broken. */
        WITHIN_BUDGET,
        /** Something is proven broken. */
        OVER_BUDGET,
        /** Something has no result. */
        COULD_NOT_MEASURE,
        /** Something was measured too coarsely to tell. */
        INCONCLUSIVE
    }
}
