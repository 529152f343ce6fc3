package dev.clnrm.bench.analyse;

import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Values;
import java.util.Arrays;

/**
 * One fork in two numbers, seconds per operation: larger is slower, whatever the mode was.
 *
 * @param fork the fork's number
 * @param mean the mean of its iterations
 * @param floor the mean of its fastest quarter, at least one iteration
 */
public record ForkSummary(int fork, double mean, double floor) {
    /** The summary of a fork; not a number where it has no values. */
    public static ForkSummary of(ForkRecord record) {
        Values times = record.secondsPerOperation();
        return new ForkSummary(record.fork(), mean(times), floor(times));
    }

    static double mean(Values values) {
        return values.isEmpty() ? Double.NaN : Moments.of(values).mean();
    }

    static double floor(Values values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        double[] sorted = values.stream().sorted().toArray();
        int count = (int) Math.ceil(sorted.length * Defaults.FLOOR_SHARE);
        if (Double.isNaN(sorted[sorted.length - 1])) {
            return Double.NaN;
        }
        return Moments.of(Values.of(Arrays.copyOf(sorted, count))).mean();
    }
}
