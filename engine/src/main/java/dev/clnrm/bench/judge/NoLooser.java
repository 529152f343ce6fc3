package dev.clnrm.bench.judge;

import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.model.CaseName;

/**
 * Rules that may ask for more than the trusted ones and never for less: of each number the smaller holds.
 *
 * @param trusted what holds in any case
 * @param claimed what somebody else says should hold
 */
record NoLooser(ChangeRules trusted, ChangeRules claimed) implements ChangeRules {
    @Override
    public ChangeRule of(CaseName name, Metric metric, double base) {
        ChangeRule ours = trusted.of(name, metric, base);
        ChangeRule theirs = claimed.of(name, metric, base);
        return new ChangeRule(
                Math.min(ours.tolerance(), theirs.tolerance()),
                Math.min(ours.least(), theirs.least()),
                Math.min(ours.margin(), theirs.margin()),
                Math.min(ours.warning(), theirs.warning()),
                Math.min(ours.critical(), theirs.critical()),
                Math.min(ours.alert(), theirs.alert()),
                ours.place());
    }
}
