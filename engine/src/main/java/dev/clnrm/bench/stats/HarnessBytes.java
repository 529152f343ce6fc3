package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;

/**
 * The bytes that JMH itself allocates in an iteration. They are divided by the operations of the iteration. A slower operation
 * therefore seems to allocate more: fewer operations share the same bytes.
 */
final class HarnessBytes {
    private HarnessBytes() {}

    /** The most bytes per operation that JMH itself may allocate: the mean over iterations and forks. */
    static double perOperation(CaseSamples samples) {
        return samples.finished().stream()
                .map(JournalEntry::samples)
                .mapToDouble(HarnessBytes::perOperation)
                .average()
                .orElse(0);
    }

    /**
     * The same for one fork. An iteration without a planned length is one operation on both sides, so JMH's bytes make no
     * difference.
     */
    private static double perOperation(ForkSamples fork) {
        Values seconds = fork.secondsPerOperation();
        if (fork.iterationSeconds() == 0 || seconds.isEmpty()) {
            return 0;
        }
        double bytes = MethodConstants.iterationBytes(fork.threads())
                + (fork.mode() == Mode.SAMPLE ? MethodConstants.SAMPLES_BYTES : 0);
        double shared = seconds.stream().map(time -> share(fork, time)).sum();
        double last = share(fork, seconds.get(seconds.size() - 1));
        return (bytes * shared + MethodConstants.LAST_ITERATION_BYTES * last) / seconds.size();
    }

    /** The share of an iteration that is one operation; 0 if the time is not a finite number above 0. */
    private static double share(ForkSamples fork, double time) {
        double operations = fork.threads() * Math.ceil(fork.iterationSeconds() / time);
        return operations >= 1 ? 1 / operations : 0;
    }
}
