package dev.clnrm.bench.runs;

import dev.clnrm.bench.judge.Confidences;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.CaseForks;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.ForkSummary;
import dev.clnrm.bench.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case of a run, with one number per fork.
 *
 * @param key the case
 * @param conditions the measuring conditions
 * @param seconds mean seconds per operation of each finished fork, in the order of the forks; NaN if a fork gave none
 * @param within the noise inside its forks, from which spread is learned: the mean variance of the logarithms of their iterations
 * @param bytes mean bytes per operation of the same forks; empty if it is missing for a fork
 * @param failed how many forks did not finish
 * @param change its time divided by the time of the base that was measured beside it; empty if there is none
 */
public record CaseSummary(
        CaseKey key,
        Conditions conditions,
        Values seconds,
        double within,
        Values bytes,
        int failed,
        Optional<Interval> change) {
    static CaseSummary of(Measured measured, Optional<Interval> change) {
        CaseSamples samples = measured.samples();
        List<JournalEntry> finished = samples.finished();
        List<Optional<Double>> bytes =
                finished.stream().map(fork -> bytes(samples, fork)).toList();
        return new CaseSummary(
                CaseKey.of(samples),
                measured.conditions(),
                Values.of(finished.stream()
                        .mapToDouble(fork -> ForkSummary.of(fork).mean())),
                CaseForks.of(samples).within(),
                bytes.stream().allMatch(Optional::isPresent)
                        ? Values.of(bytes.stream().mapToDouble(Optional::orElseThrow))
                        : Values.NONE,
                samples.forks().size() - finished.size(),
                change);
    }

    /** The estimate from this fork alone. */
    private static Optional<Double> bytes(CaseSamples samples, JournalEntry fork) {
        return ForkLevel.allocation(
                        new CaseSamples(samples.name(), samples.side(), samples.mode(), List.of(fork)),
                        Confidences.USUAL)
                .value();
    }

    /**
     * Forks with one value each; empty if no fork finished. Statistics of fork means are the same as from all samples, except for the
     * last bit in throughput mode.
     */
    public Optional<CaseSamples> samples() {
        if (seconds.isEmpty()) {
            return Optional.empty();
        }
        List<JournalEntry> forks = new ArrayList<>(seconds.size());
        for (int fork = 0; fork < seconds.size(); fork++) {
            forks.add(JournalEntry.finished(key.name(), JournalEntry.HEAD, fork, fork(fork)));
        }
        return Optional.of(new CaseSamples(key.name(), JournalEntry.HEAD, key.mode(), forks));
    }

    private ForkSamples fork(int fork) {
        double time = seconds.get(fork);
        return new ForkSamples(
                key.mode(),
                1,
                0,
                Values.NONE,
                true,
                Values.of(key.mode() == Mode.THROUGHPUT ? 1 / time : time),
                List.of(),
                bytes.isEmpty() ? Map.of() : Map.of(ForkSamples.ALLOCATION, Values.of(bytes.get(fork))),
                Map.of());
    }
}
