package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.special.Gamma;

/**
 * A scaled inverse χ² distribution of variances, whose scale may follow a covariate x on a straight line: ln s₀² = level + slope · x.
 *
 * @param degrees d₀, above 0; infinite if the variances differ no more than by chance
 * @param level ln s₀² at x = 0
 * @param slope the increase of ln s₀² per unit of x
 */
record VariancePrior(double degrees, double level, double slope) {
    /**
     * The prior of a suite: with a trend from ten cases on; no prior below five.
     *
     * @param variances above 0, of the cases that have enough forks
     * @param degrees of freedom of each
     * @param covariate one of each
     */
    static Optional<VariancePrior> ofSuite(Values variances, Values degrees, Values covariate) {
        if (variances.size() < MethodConstants.PRIOR_CASES) {
            return Optional.empty();
        }
        return Optional.of(
                variances.size() < MethodConstants.TREND_CASES
                        ? fit(variances, degrees)
                        : fit(variances, degrees, covariate));
    }

    /**
     * The prior, fitted to the variances of many cases by the moments of their logarithms (Smyth 2004, section 6.2; {@code fitFDist} of
     * limma): with e = ln s² − ψ(d/2) + ln(d/2), d₀ from ψ′(d₀/2) = var(e) − mean ψ′(d/2), and ln s₀² = mean(e) + ψ(d₀/2) − ln(d₀/2);
     * for infinite d₀ the mean of the variances, as in limma.
     *
     * @param variances above 0, at least two
     * @param degrees of freedom of each
     */
    static VariancePrior fit(Values variances, Values degrees) {
        double[] e = e(variances, degrees);
        double mean = mean(e);
        double squares =
                Arrays.stream(e).map(one -> (one - mean) * (one - mean)).sum();
        VariancePrior prior = of(squares / (e.length - 1), degrees, mean, 0);
        double pooled = variances.stream().sum() / e.length;
        return Double.isInfinite(prior.degrees) ? new VariancePrior(prior.degrees, Math.log(pooled), 0) : prior;
    }

    /**
     * The same with a trend: var(e) and mean(e) are those of the least-squares line of e on the covariate.
     *
     * @param variances above 0, at least three
     * @param degrees of freedom of each
     * @param covariate one of each; if all are equal, there is no trend
     */
    static VariancePrior fit(Values variances, Values degrees, Values covariate) {
        double[] e = e(variances, degrees);
        double[] x = covariate.stream().toArray();
        double meanX = mean(x);
        double meanE = mean(e);
        double products = 0;
        double spread = 0;
        for (int i = 0; i < e.length; i++) {
            products += (x[i] - meanX) * (e[i] - meanE);
            spread += (x[i] - meanX) * (x[i] - meanX);
        }
        if (spread == 0) {
            return fit(variances, degrees);
        }
        double slope = products / spread;
        double squares = 0;
        for (int i = 0; i < e.length; i++) {
            double residual = e[i] - meanE - slope * (x[i] - meanX);
            squares += residual * residual;
        }
        return of(squares / (e.length - 2), degrees, meanE - slope * meanX, slope);
    }

    private static double[] e(Values variances, Values degrees) {
        double[] e = new double[variances.size()];
        for (int i = 0; i < e.length; i++) {
            double half = degrees.get(i) / 2;
            e[i] = Math.log(variances.get(i)) - Gamma.digamma(half) + Math.log(half);
        }
        return e;
    }

    private static VariancePrior of(double variance, Values degrees, double level, double slope) {
        double sampling = mean(degrees.stream().map(d -> Gamma.trigamma(d / 2)).toArray());
        if (variance <= sampling) {
            return new VariancePrior(Double.POSITIVE_INFINITY, level, slope);
        }
        double half = Trigamma.inverse(variance - sampling);
        return new VariancePrior(2 * half, level + Gamma.digamma(half) - Math.log(half), slope);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** The same with every s₀² multiplied. */
    VariancePrior times(double factor) {
        return new VariancePrior(degrees, level + Math.log(factor), slope);
    }

    /** s₀² of a case. */
    double scale(double covariate) {
        return Math.exp(level + slope * covariate);
    }

    /** The moderated variance for a variance with {@code df} degrees of freedom: s̃² = (d₀ s₀² + d s²)/(d₀ + d), with d₀ + d degrees. */
    double moderated(double variance, double df, double covariate) {
        return Double.isInfinite(degrees)
                ? scale(covariate)
                : (degrees * scale(covariate) + df * variance) / (degrees + df);
    }
}
