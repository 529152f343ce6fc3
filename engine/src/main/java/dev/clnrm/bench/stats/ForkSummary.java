package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;

/**
 * One fork in two numbers, seconds per operation: larger is slower in every mode.
 *
 * @param fork the fork's number
 * @param mean the mean of its iterations: their time divided by their operations, as in JMH
 * @param floor the mean of its fastest quarter, at least one iteration
 */
public record ForkSummary(int fork, double mean, double floor) {
    /** The summary of a fork; NaN values if the fork has none. */
    public static ForkSummary of(JournalEntry entry) {
        ForkTimes times = ForkTimes.of(entry.samples());
        return new ForkSummary(entry.fork(), ForkTimes.mean(entry.samples()), floor(times));
    }

    /** The mean of numbers of equal weight, for example bytes; NaN if there are none. */
    static double mean(Values values) {
        return values.isEmpty() ? Double.NaN : Moments.of(values).mean();
    }

    private static double floor(ForkTimes times) {
        if (times.size() == 0 || !times.finite()) {
            return Double.NaN;
        }
        return times.mean(0, (int) Math.ceil(times.size() * MethodConstants.FLOOR_SHARE));
    }
}
