package dev.clnrm.bench.analyse;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;

/** Quantiles of Student's t distribution (Student 1908). */
final class StudentT {
    private static final int REMEMBERED = 4096;
    private static final Map<Key, Double> KNOWN = new ConcurrentHashMap<>();

    private StudentT() {}

    /** The value a t variable on {@code df} degrees of freedom stays below with probability {@code p}. */
    static double quantile(double p, double df) {
        Key key = new Key(p, df);
        Double known = KNOWN.get(key);
        if (known != null) {
            return known;
        }
        double value = new TDistribution(null, df).inverseCumulativeProbability(p);
        if (KNOWN.size() < REMEMBERED) {
            KNOWN.put(key, value);
        }
        return value;
    }

    /** The half-width, in standard errors, of a two-sided interval. */
    static double twoSided(double confidence, double df) {
        return quantile(0.5 + confidence / 2, df);
    }

    private record Key(double p, double df) {}
}
