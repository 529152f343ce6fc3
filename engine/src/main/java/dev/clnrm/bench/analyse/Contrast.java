package dev.clnrm.bench.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A weighted sum of independent log case means: Σ wᵢ ȳᵢ with variance Σ wᵢ² sᵢ²/nᵢ, exact on the log scale, where the delta method
 * for ratios of means is only a first order.
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
     */
    record Term(double weight, ForkValues forks) {}

    /** The sum with its interval, carried through an increasing {@code link}. */
    Estimate estimate(DoubleUnaryOperator link, double confidence) {
        Levels.check(confidence);
        List<Warning> warnings = new ArrayList<>();
        terms.forEach(term -> term.forks.warnings().stream()
                .filter(warning -> !warnings.contains(warning))
                .forEach(warnings::add));
        int fewest = terms.stream().mapToInt(term -> term.forks.forks()).min().orElse(0);
        if (terms.stream().anyMatch(term -> !term.forks.haveLogarithms())) {
            return new Estimate.Missing(fewest, warnings);
        }
        double sum = 0;
        double variance = 0;
        double satterthwaite = 0;
        for (Term term : terms) {
            Moments logs = term.forks.logMoments();
            double part = term.weight * term.weight * logs.variance() / logs.n();
            sum += term.weight * logs.mean();
            variance += part;
            satterthwaite += part * part / (logs.n() - 1);
        }
        double value = link.applyAsDouble(sum);
        if (fewest == 1) {
            return new Estimate.Point(value, 1, warnings);
        }
        if (variance == 0) {
            warnings.add(new Warning.NoSpread());
            return new Estimate.Bounded(new Interval(value, value, value, confidence), fewest, warnings);
        }
        // Degrees of freedom of a sum of variances: Welch 1947; Satterthwaite 1946, equation 17.
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
