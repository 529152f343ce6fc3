package dev.clnrm.bench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A weighted sum of independent log case means: Σ wᵢ ȳᵢ with variance Σ wᵢ² s̃ᵢ²/nᵢ of moderated variances, exact on the log scale,
 * while the delta method for ratios of means is only a first-order approximation.
 *
 * @param terms at least one
 */
record Contrast(List<Term> terms) {
    Contrast {
        terms = List.copyOf(terms);
    }

    /**
     * One case.
     *
     * @param weight its weight
     * @param forks its forks
     * @param within the noise inside them, see {@link CaseForks}
     */
    record Term(double weight, ForkValues forks, double within) {}

    /**
     * The sum with its interval, transformed by an increasing {@code link}.
     *
     * @param side the spread of forks, learned from all cases of the side
     */
    Estimate estimate(DoubleUnaryOperator link, Spreads side, double confidence) {
        Levels.check(confidence);
        List<Warning> warnings = new ArrayList<>();
        terms.forEach(term -> term.forks.warnings().stream()
                .filter(warning -> !warnings.contains(warning))
                .forEach(warnings::add));
        int fewest = terms.stream().mapToInt(term -> term.forks.forks()).min().orElse(0);
        if (terms.stream().anyMatch(term -> !term.forks.haveLogarithms())) {
            return new Estimate.Missing(fewest, warnings);
        }
        double sum = terms.stream()
                .mapToDouble(term -> term.weight * term.forks.logMoments().mean())
                .sum();
        double value = link.applyAsDouble(sum);
        if (fewest == 1) {
            return new Estimate.Point(value, 1, warnings);
        }
        if (terms.stream().allMatch(term -> term.forks.moments().sd() == 0)) {
            warnings.add(new Warning.NoSpread());
        }
        double variance = 0;
        double satterthwaite = 0;
        for (Term term : terms) {
            Spread spread = side.time(term.forks, term.within);
            double part = term.weight * term.weight * spread.variance() / term.forks.forks();
            variance += part;
            satterthwaite += part * part / spread.degrees();
        }
        // Degrees of freedom of a sum of variances: Welch 1947; Satterthwaite 1946, equation 17. A moderated variance
        // is distributed as
        // one on d + d₀ degrees (Smyth 2004, section 4).
        double df = variance * variance / satterthwaite;
        double half = StudentT.twoSided(confidence, df) * Math.sqrt(variance);
        Interval interval = new Interval(
                link.applyAsDouble(sum - half),
                value,
                Math.min(Double.MAX_VALUE, link.applyAsDouble(sum + half)),
                confidence);
        return new Estimate.Bounded(interval, fewest, warnings);
    }
}
