package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.stats.Metric;

/** Gives the rule for a change. */
@FunctionalInterface
public interface ChangeRules {
    /**
     * The rule for a metric of a case.
     *
     * @param base the base's value in base units, because short operations have their own tolerance
     */
    ChangeRule of(CaseName name, Metric metric, double base);
}
