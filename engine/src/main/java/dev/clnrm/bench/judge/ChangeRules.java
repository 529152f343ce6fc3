package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.stats.Metric;

/** Which rule a change is held to. */
@FunctionalInterface
public interface ChangeRules {
    /**
     * The rule of a case's metric.
     *
     * @param base how much of it the base takes, in base units: short operations have a tolerance of their own
     */
    ChangeRule of(CaseName name, Metric metric, double base);
}
