package dev.clnrm.bench.samples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
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

    public static Histogram merged(Collection<Histogram> histograms) {
        List<Histogram> rest = new ArrayList<>(histograms.size());
        histograms.forEach(histogram -> rest.add(histogram.ascends() ? histogram : histogram.sorted()));
        if (rest.isEmpty()) {
            return new Histogram(Values.NONE, Values.NONE);
        }
        // Neighbours are merged pair by pair, so that each time is copied once per doubling.
        while (rest.size() > 1) {
            for (int i = 0; i + 1 < rest.size(); i++) {
                rest.set(i, merged(rest.get(i), rest.remove(i + 1)));
            }
        }
        return rest.get(0);
    }

    private boolean ascends() {
        for (int i = 1; i < seconds.size(); i++) {
            if (Double.compare(seconds.get(i - 1), seconds.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private Histogram sorted() {
        TreeMap<Double, Double> all = new TreeMap<>();
        for (int i = 0; i < seconds.size(); i++) {
            all.merge(seconds.get(i), counts.get(i), Double::sum);
        }
        return of(all);
    }

    private static Histogram merged(Histogram left, Histogram right) {
        int l = 0;
        int r = 0;
        int n = 0;
        double[] times = new double[left.seconds.size() + right.seconds.size()];
        double[] often = new double[times.length];
        while (l < left.seconds.size() || r < right.seconds.size()) {
            int order = l == left.seconds.size()
                    ? 1
                    : r == right.seconds.size() ? -1 : Double.compare(left.seconds.get(l), right.seconds.get(r));
            times[n] = order <= 0 ? left.seconds.get(l) : right.seconds.get(r);
            often[n] = (order <= 0 ? left.counts.get(l++) : 0) + (order >= 0 ? right.counts.get(r++) : 0);
            n++;
        }
        return new Histogram(Values.owned(Arrays.copyOf(times, n)), Values.owned(Arrays.copyOf(often, n)));
    }

    public static Histogram of(SortedMap<Double, Double> counts) {
        return new Histogram(
                Values.of(counts.keySet().stream().mapToDouble(Double::doubleValue)),
                Values.of(counts.values().stream().mapToDouble(Double::doubleValue)));
    }

    public long count() {
        return (long) counts.stream().sum();
    }

    /** The mean of the times; NaN if there are none. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < seconds.size(); i++) {
            sum += seconds.get(i) * counts.get(i);
        }
        return sum / count();
    }

    /**
     * The time below which {@code percentile} per cent of the times lie: type 6 of Hyndman &amp; Fan 1996, position p(n + 1), as
     * in JMH. NaN if there are none.
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
