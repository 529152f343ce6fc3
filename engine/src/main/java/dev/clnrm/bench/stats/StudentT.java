package dev.clnrm.bench.stats;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t distribution (Student 1908). */
final class StudentT {
    /**
     * The degrees of freedom from which the normal distribution is used: the two agree to 1/(4 · df) of the density (Abramowitz
     * &amp; Stegun 1964, 26.7.8).
     */
    private static final double NEARLY_NORMAL = 1e9;

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private static final int REMEMBERED = 4096;
    private static final Map<Key, Double> KNOWN = new ConcurrentHashMap<>();

    private StudentT() {}

    /** The value that a t variable with {@code df} degrees of freedom is below with probability {@code p}. */
    static double quantile(double p, double df) {
        Key key = new Key(p, df);
        Double known = KNOWN.get(key);
        if (known != null) {
            return known;
        }
        double value = df > NEARLY_NORMAL
                ? NORMAL.inverseCumulativeProbability(p)
                : new TDistribution(null, df).inverseCumulativeProbability(p);
        if (KNOWN.size() < REMEMBERED) {
            KNOWN.put(key, value);
        }
        return value;
    }

    /** The probability that a t variable lies above {@code t}; a normal one for infinite {@code df}. */
    static double above(double t, double df) {
        if (Double.isInfinite(t)) {
            return t > 0 ? 0 : 1;
        }
        return df > NEARLY_NORMAL
                ? NORMAL.cumulativeProbability(-t)
                : new TDistribution(null, df).cumulativeProbability(-t);
    }

    /** The half-width, in standard errors, of a two-sided interval. */
    static double twoSided(double confidence, double df) {
        return quantile(0.5 + confidence / 2, df);
    }

    private record Key(double p, double df) {}
}
