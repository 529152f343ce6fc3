package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import java.util.Optional;

/**
 * One limit of one case, judged.
 *
 * @param name the case
 * @param declared the limit
 * @param status whether it is kept
 * @param critical whether it is proven to be above the critical limit
 * @param measured what was measured, in base units
 * @param headroom (budget − estimate) / budget; absent without an estimate or with a budget of 0
 * @param forksToDecide about how many forks would decide it; only if it is inconclusive
 * @param reason why it is unmeasured or inconclusive; one clause
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
     * A limit as it was declared.
     *
     * @param metric what is limited
     * @param percentile which percentile is limited; the mean if absent
     * @param limit the budget in base units
     * @param critical the critical limit in base units
     * @param rule where the limit is written
     * @param because the reason given for the limit
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
