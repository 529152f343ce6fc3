package dev.clnrm.bench.analyse;

import dev.clnrm.bench.samples.Histogram;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The distribution of all single times of one fork. */
final class Percentiles {
    private final double[] values;
    private final long[] upTo;

    private Percentiles(double[] values, long[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    static Percentiles merged(Collection<Histogram> histograms) {
        TreeMap<Double, Long> counts = new TreeMap<>();
        for (Histogram histogram : histograms) {
            for (int i = 0; i < histogram.seconds().size(); i++) {
                counts.merge(
                        histogram.seconds().get(i), (long) histogram.counts().get(i), Long::sum);
            }
        }
        double[] values = new double[counts.size()];
        long[] upTo = new long[counts.size()];
        int index = 0;
        long sum = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            sum += entry.getValue();
            values[index] = entry.getKey();
            upTo[index++] = sum;
        }
        return new Percentiles(values, upTo);
    }

    long count() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    /**
     * The value below which {@code percentile} per cent lie: type 6 of Hyndman &amp; Fan 1996, position p(n + 1), the one JMH prints,
     * so that both say the same.
     */
    double at(double percentile) {
        if (count() == 0) {
            return Double.NaN;
        }
        double position = percentile * (count() + 1) / 100;
        double whole = Math.floor(position);
        double below = ranked((long) whole);
        double above = ranked((long) whole + 1);
        return below + (above - below) * (position - whole);
    }

    private double ranked(long rank) {
        for (int i = 0; i < upTo.length; i++) {
            if (upTo[i] >= rank) {
                return values[i];
            }
        }
        return values[values.length - 1];
    }
}
