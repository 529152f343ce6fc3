package dev.clnrm.bench.analyse;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What the looks at the times of one case say together, before the family is known.
 *
 * @param looks the case
 * @param differences by look; empty where the times cannot be compared
 * @param moderated whether the suite settles their variances
 */
record TimeEvidence(CaseLooks looks, Map<Look, Difference> differences, boolean moderated) {
    TimeEvidence {
        differences = new EnumMap<>(differences);
    }

    /** The difference of a look, if there is one. */
    Optional<Difference> difference(Look look) {
        return Optional.ofNullable(differences.get(look));
    }

    /** One-sided evidence of one look: its p value with its share counted. */
    record Spoken(double p, Look look) {
        /** The same after adjustment. */
        Evidence adjusted(double adjusted) {
            return new Evidence(p, Math.max(p, adjusted), look);
        }
    }

    Spoken slower() {
        return spoken(Difference::slower);
    }

    Spoken faster() {
        return spoken(Difference::faster);
    }

    private Spoken spoken(ToDoubleFunction<Difference> chance) {
        int forks = Math.min(
                looks.sides().base().finished().size(),
                looks.sides().head().finished().size());
        Spoken least = new Spoken(1, Look.MEAN);
        for (Look look : CaseLooks.TIMES) {
            double share = Shares.of(look, forks, looks.single(), moderated);
            Optional<Difference> difference = difference(look);
            if (difference.isPresent() && share > 0) {
                double p = Math.min(1, chance.applyAsDouble(difference.get()) / share);
                least = p < least.p ? new Spoken(p, look) : least;
            }
        }
        return least;
    }
}
