package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case of a run, one number a fork.
 *
 * @param key the case
 * @param conditions where and with what it was measured
 * @param seconds mean seconds per operation of each finished fork, in the order of the forks; not a number where a fork gave none
 * @param within how noisy its forks are inside: the mean variance of the logarithms of their iterations, from which spread is learned
 * @param bytes mean bytes per operation of the same forks; empty where a fork lacks it
 * @param failed how many forks did not finish
 */
public record CaseSummary(CaseKey key, Conditions conditions, Values seconds, double within, Values bytes, int failed) {
    /**
     * Forks of one value each, from which whatever rests on means of forks comes out as from all samples, but for the last bit where the mode
     * counts operations; empty where no fork finished.
     */
    public Optional<CaseSamples> samples() {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        List<JournalEntry> forks = new ArrayList<>(seconds.size());
        for (int fork = 0; fork < seconds.size(); fork++) {
            forks.add(fork(fork));
        }
        return Optional.of(new CaseSamples(key.name(), JournalEntry.HEAD, key.mode(), forks));
    }

    private JournalEntry fork(int fork) {
        Values time = Values.of(seconds.get(fork));
        return new JournalEntry(key.name(), JournalEntry.HEAD, fork, fork, Instant.EPOCH, 0, 1, new ForkSamples(key.mode(), 1, 0, Values.NONE, true, rate(time), List.of(), bytes.isEmpty() ? Map.of() : Map.of(ForkSamples.ALLOCATION, Values.of(bytes.get(fork))), Map.of()), new Outcome.Finished(), Optional.empty());
    }

    /** What one thread gives in a mode that counts operations: the inverse of the time. */
    private Values rate(Values time) {
        return key.mode() == Mode.THROUGHPUT ? Values.of(1 / time.get(0)) : time;
    }
}
