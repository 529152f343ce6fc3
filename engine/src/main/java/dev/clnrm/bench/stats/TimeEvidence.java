package dev.clnrm.bench.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The evidence of all looks at the times of one case, before the family is known.
 *
 * @param looks the looks at the case
 * @param differences by look; empty if the times cannot be compared
 * @param moderated whether their variances are learned from the suite
 */
record TimeEvidence(CaseLooks looks, Map<ForkStatistic, Difference> differences, boolean moderated) {
    TimeEvidence {
        differences = new EnumMap<>(differences);
    }

    /** The difference of a look, if there is one. */
    Optional<Difference> difference(ForkStatistic look) {
        return Optional.ofNullable(differences.get(look));
    }

    /** One-sided evidence before the family is known, the strongest look first. */
    record Unadjusted(List<Evidence> looks) {
        double p() {
            return looks.get(0).p();
        }

        /**
         * The same after adjustment. Holm's factor for the strongest also applies to the others, because they are claims about one
         * hypothesis (weighted Bonferroni inside a case; Holm 1979, section 4).
         *
         * @param family the number of cases
         */
        Evidence adjusted(double adjusted, int family) {
            double factor = p() > 0 ? Math.max(1, adjusted / p()) : Math.max(1, family);
            return Evidence.of(looks.stream()
                    .map(one -> new Evidence(one.p(), Math.min(1, Math.max(one.p(), one.p() * factor)), one.look()))
                    .toList());
        }
    }

    Unadjusted slower() {
        return unadjusted(Difference::slower);
    }

    Unadjusted faster() {
        return unadjusted(Difference::faster);
    }

    private Unadjusted unadjusted(ToDoubleFunction<Difference> chance) {
        int forks = Math.min(
                looks.sides().base().finished().size(),
                looks.sides().head().finished().size());
        List<Evidence> unadjusted = new ArrayList<>();
        for (ForkStatistic look : CaseLooks.TIMES) {
            double share = Shares.of(look, forks, looks.single(), moderated);
            Optional<Difference> difference = difference(look);
            if (difference.isPresent() && share > 0) {
                double p = Math.min(1, chance.applyAsDouble(difference.get()) / share);
                unadjusted.add(new Evidence(p, p, look));
            }
        }
        unadjusted.sort(Comparator.comparingDouble(Evidence::p));
        return new Unadjusted(unadjusted.isEmpty() ? List.of(new Evidence(1, 1, ForkStatistic.MEAN)) : unadjusted);
    }
}
