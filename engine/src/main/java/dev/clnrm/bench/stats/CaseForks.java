package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;

/**
 * The forks of one case on one side, and the noise inside them.
 *
 * @param samples the forks
 * @param within the mean over finished forks of the variance of the logarithms of their iterations; 0 if each fork gives one
 *     value
 */
public record CaseForks(CaseSamples samples, double within) {
    /** The same, with the noise inside forks computed from their iterations. */
    public static CaseForks of(CaseSamples samples) {
        return new CaseForks(
                samples,
                samples.finished().stream()
                        .mapToDouble(CaseForks::within)
                        .average()
                        .orElse(0));
    }

    private static double within(JournalEntry fork) {
        ForkTimes times = ForkTimes.of(fork.samples());
        return times.size() > 0 && times.finite() ? times.logVariance() : 0;
    }
}
