package dev.clnrm.bench.judge;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.stats.Metric;

/**
 * Rules that can be stricter than the trusted ones but not looser: of each pair of numbers, the smaller one applies.
 *
 * @param trusted the rules that always apply
 * @param claimed the rules that a run claims
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
