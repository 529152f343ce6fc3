package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Sizing;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.stats.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the limits of one case.
 *
 * <p>The lower end of the interval proves that a case is over budget, and the upper end proves that it is within budget; otherwise the
 * verdict is inconclusive. A case with a failed fork can be proven over budget but not within it, because the values of that fork are
 * unknown.
 *
 * @param name the case
 * @param samples its samples; empty if it was not measured
 * @param side the spread of forks, learned from all cases of the side
 * @param confidence the confidence of the intervals
 */
record BudgetJudge(CaseName name, Optional<CaseSamples> samples, Spreads side, double confidence) {
    /** A passed budget is a warning if the case uses at least this share of it, because the noise of the next run may exceed it. */
    static final double WARNING_SHARE = 0.85;

    /**
     * Fewer bytes per operation than this count as none. Objects are multiples of 8 B, so less than half a byte per operation comes from
     * JMH's harness or from a table that grows once in a million calls. Without this limit, no case could pass a budget of 0 B.
     */
    static final double ALLOCATION_GRAIN = 0.5;

    List<BudgetVerdict> judge(Budget budget) {
        List<BudgetVerdict> verdicts = new ArrayList<>();
        budget.time().ifPresent(limit -> verdicts.add(judge(Metric.TIME, limit, budget, 0)));
        budget.allocation().ifPresent(limit -> verdicts.add(judge(Metric.ALLOCATION, limit, budget, ALLOCATION_GRAIN)));
        return verdicts;
    }

    private BudgetVerdict judge(Metric metric, Limit<?> limit, Budget budget, double grain) {
        double most = limit.atMost().base();
        Optional<Double> critical = limit.critical().map(amount -> amount.base());
        Estimate measured = samples.map(s -> estimate(s, metric, limit.percentile()))
                .orElseGet(() -> new Estimate.Missing(0, List.of(new Warning.NoForks())));
        Optional<Interval> interval = measured.interval();

        Status status = status(measured, most, grain);
        Optional<String> failure = samples.flatMap(Reasons::failure);
        if (failure.isPresent() && status != Status.FAIL) {
            status = Status.UNMEASURED;
        }
        Optional<String> reason =
                switch (status) {
                    case UNMEASURED ->
                        samples.isEmpty() ? Optional.of("it was not run") : failure.or(() -> Reasons.of(measured));
                    case INCONCLUSIVE ->
                        interval.isPresent() ? Optional.of("the interval includes the budget") : Reasons.of(measured);
                    case WARNING, PASS ->
                        interval.filter(bounds -> bounds.high() > most)
                                .map(above -> "less than half a byte per operation above the budget counts as none");
                    case FAIL -> Optional.empty();
                };
        boolean provenCritical =
                interval.isPresent() && critical.isPresent() && interval.get().low() > critical.get() + grain;
        Optional<Integer> forks = status == Status.INCONCLUSIVE
                ? interval.flatMap(bounds -> forksToDecide(metric, bounds, measured.forks(), most))
                : Optional.empty();
        return new BudgetVerdict(
                name,
                new BudgetVerdict.DeclaredLimit(
                        metric, limit.percentile(), most, critical, limit.place(), budget.because()),
                status,
                status == Status.FAIL && provenCritical,
                measured,
                most > 0 ? measured.value().map(value -> (most - value) / most) : Optional.empty(),
                forks,
                reason);
    }

    private Estimate estimate(CaseSamples measured, Metric metric, Optional<Double> percentile) {
        return switch (metric) {
            case TIME ->
                percentile.isPresent()
                        ? ForkLevel.percentile(measured, percentile.get(), side, confidence)
                        : ForkLevel.time(measured, side, confidence);
            case ALLOCATION -> ForkLevel.allocation(measured, confidence);
        };
    }

    private static Status status(Estimate measured, double most, double grain) {
        Status status = Status.of(measured, Requirement.atMost(most + grain));
        return status == Status.PASS && measured.value().orElseThrow() > WARNING_SHARE * most + grain
                ? Status.WARNING
                : status;
    }

    private static Optional<Integer> forksToDecide(Metric metric, Interval interval, int forks, double most) {
        return switch (metric) {
            case TIME ->
                Sizing.forksToDecide(
                        forks, Math.log(interval.high() / interval.estimate()), Math.log(most / interval.estimate()));
            case ALLOCATION ->
                Sizing.forksToDecide(
                        forks, interval.high() - interval.estimate(), most + ALLOCATION_GRAIN - interval.estimate());
        };
    }
}
