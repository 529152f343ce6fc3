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
 * A whole run, judged.
 *
 * @param measurements every measured case, whatever was promised, in the order given
 * @param budgets every limit of every case, in the order given
 * @param laws every law, in the order given
 * @param failed cases of which a fork failed or that were never measured
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
     * Judges a run that has one side.
     *
     * @param samples what was measured
     * @param promised every case of the plan with its budget, {@link Budget#NONE} where nothing is promised; a case that
     *     is not among {@code samples} is reported as not measured
     * @param laws between the cases
     * @param settings how to judge
     */
    public static Judgement of(
            Map<CaseName, CaseSamples> samples, Map<CaseName, Budget> promised, List<Law> laws, Settings settings) {
        return of(samples, Spreads.of(samples.values()), promised, laws, settings);
    }

    /**
     * The same where {@code samples} are some of the cases of a side.
     *
     * @param side what all cases of the side say about spread
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
     * Over budget if anything is proven broken; else could-not-measure if anything gated failed or the run was cut short; else inconclusive if
     * anything is inconclusive or in doubt. What is proven stays proven whatever else failed, so it comes first: a caller that repeats runs
     * which could not measure must not repeat one that found something. {@link #failed()} and {@link #census()} show the rest
     * all the same.
     */
    public Result result() {
        if (budgets.stream().anyMatch(b -> b.status() == Status.FAIL && gated(b.name()))
                || laws.stream().anyMatch(l -> l.status() == Status.FAIL)) {
            return Result.OVER_BUDGET;
        }
        if (settings.cutShort()
                || failed.stream().anyMatch(FailedCase::gated)
                || budgets.stream().anyMatch(b -> b.status() == Status.UNMEASURED && gated(b.name()))
                || laws.stream().anyMatch(l -> l.status() == Status.UNMEASURED)) {
            return Result.COULD_NOT_MEASURE;
        }
        if (!settings.doubts().isEmpty()
                || budgets.stream().anyMatch(b -> b.status() == Status.INCONCLUSIVE && gated(b.name()))
                || laws.stream().anyMatch(l -> l.status() == Status.INCONCLUSIVE)) {
            return Result.INCONCLUSIVE;
        }
        return Result.WITHIN_BUDGET;
    }

    /** The exit status: 0, 1, 3 or, where the user forbids what is inconclusive, 4. */
    public int exit() {
        return switch (result()) {
            case WITHIN_BUDGET -> 0;
            case OVER_BUDGET -> 1;
            case COULD_NOT_MEASURE -> 3;
            case INCONCLUSIVE -> settings.failOnInconclusive() ? 4 : 0;
        };
    }

    private boolean gated(CaseName name) {
        return !settings.ungated().contains(name);
    }

    /** How the run as a whole stands. */
    public enum Result {
        /** Nothing is proven broken, everything was measured and decided. */
        WITHIN_BUDGET,
        /** Something is proven broken. */
        OVER_BUDGET,
        /** Something gated has no result. */
        COULD_NOT_MEASURE,
        /** Something was measured too coarsely to tell. */
        INCONCLUSIVE
    }
}
