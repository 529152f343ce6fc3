package dev.clnrm.bench.judge;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Place;
import java.util.Optional;

/**
 * One limit of one case, judged.
 *
 * @param name the case
 * @param metric what is limited
 * @param percentile which percentile is limited; the mean when absent
 * @param status how it stands
 * @param critical whether it is proven to be above the critical limit
 * @param limit the budget in base units
 * @param criticalLimit the critical limit in base units
 * @param measured what was measured, in base units
 * @param headroom (budget − estimate) / budget; absent without an estimate or with a budget of 0
 * @param forksToDecide about how many forks would decide it; only when inconclusive
 * @param reason why it is unmeasured or inconclusive; one clause
 * @param rule where the limit was written
 * @param because the reason given for the limit
 */
public record BudgetVerdict(
        CaseName name,
        Metric metric,
        Optional<Double> percentile,
        Status status,
        boolean critical,
        double limit,
        Optional<Double> criticalLimit,
        Estimate measured,
        Optional<Double> headroom,
        Optional<Integer> forksToDecide,
        Optional<String> reason,
        Place rule,
        Optional<String> because) {}
