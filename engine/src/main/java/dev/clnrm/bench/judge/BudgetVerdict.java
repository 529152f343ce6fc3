package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import java.util.Optional;

/**
 * The verdict on one limit of one case.
 *
 * @param name the case
 * @param declared the limit
 * @param status whether it passes
 * @param critical whether it is proven to be above the critical limit
 * @param measured the measured value in base units
 * @param headroom (budget − estimate) / budget; empty without an estimate or with a budget of 0
 * @param forksToDecide about how many forks would decide it; empty unless it is inconclusive
 * @param reason why it is unmeasured or inconclusive, or why it passes although the interval goes beyond the limit; one clause
 */
public record BudgetVerdict(
        CaseName name,
        DeclaredLimit declared,
        Status status,
        boolean critical,
        Estimate measured,
        Optional<Double> headroom,
        Optional<Integer> forksToDecide,
        Optional<String> reason) {
    /**
     * A limit as declared.
     *
     * @param metric the limited metric
     * @param percentile the limited percentile; the mean if empty
     * @param limit the budget in base units
     * @param critical the critical limit in base units
     * @param rule the place of the limit
     * @param because the declared reason for the limit
     */
    public record DeclaredLimit(
            Metric metric,
            Optional<Double> percentile,
            double limit,
            Optional<Double> critical,
            Place rule,
            Optional<String> because) {}

    public Metric metric() {
        return declared.metric;
    }

    public Optional<Double> percentile() {
        return declared.percentile;
    }

    public double limit() {
        return declared.limit;
    }

    public Optional<Double> criticalLimit() {
        return declared.critical;
    }

    public Place rule() {
        return declared.rule;
    }

    public Optional<String> because() {
        return declared.because;
    }
}
