package dev.clnrm.bench.samples;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often each time was seen: the values of one iteration in sample mode.
 *
 * @param seconds distinct times per operation, ascending
 * @param counts how often each was seen, in the same order; whole numbers
 */
public record Histogram(Values seconds, Values counts) {
    public Histogram {
        if (seconds.size() != counts.size()) {
            throw new IllegalArgumentException(seconds.size() + " times but " + counts.size() + " counts");
        }
    }

    /** Each value once, or as often as it occurs. */
    public static Histogram of(Values values) {
        TreeMap<Double, Double> counts = new TreeMap<>();
        values.stream().forEach(value -> counts.merge(value, 1.0, Double::sum));
        return of(counts);
    }

    /** All of them in one. */
    public static Histogram merged(Collection<Histogram> histograms) {
        TreeMap<Double, Double> counts = new TreeMap<>();
        for (Histogram histogram : histograms) {
            for (int i = 0; i < histogram.seconds.size(); i++) {
                counts.merge(histogram.seconds.get(i), histogram.counts.get(i), Double::sum);
            }
        }
        return of(counts);
    }

    private static Histogram of(Map<Double, Double> counts) {
        return new Histogram(
                Values.of(counts.keySet().stream().mapToDouble(Double::doubleValue)),
                Values.of(counts.values().stream().mapToDouble(Double::doubleValue)));
    }

    /** How many times were measured. */
    public long count() {
        return (long) counts.stream().sum();
    }

    /** Their mean; not a number when there are none. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < seconds.size(); i++) {
            sum += seconds.get(i) * counts.get(i);
        }
        return sum / count();
    }

    /**
     * The time below which {@code percentile} per cent lie: type 6 of Hyndman &amp; Fan 1996, position p(n + 1), the one JMH prints,
     * so that both say the same. Not a number when there are none.
     *
     * @param percentile in [0, 100]
     */
    public double percentile(double percentile) {
        if (seconds.isEmpty()) {
            return Double.NaN;
        }
        double position = percentile * (count() + 1) / 100;
        double whole = Math.floor(position);
        double below = ranked(whole);
        double above = ranked(whole + 1);
        return below == above ? below : below + (above - below) * (position - whole);
    }

    private double ranked(double rank) {
        double upTo = 0;
        for (int i = 0; i < seconds.size(); i++) {
            upTo += counts.get(i);
            if (upTo >= rank) {
                return seconds.get(i);
            }
        }
        return seconds.get(seconds.size() - 1);
    }
}
