package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The measurement of one case, with or without a budget.
 *
 * @param name the case
 * @param forks how it was measured, and in how many forks
 * @param time mean seconds per operation
 * @param floor the mean of each fork's fastest quarter, seconds per operation
 * @param allocation bytes per operation
 * @param precision how much the forks differ, and which change against a known value they show; empty if there is only one
 * @param steady whether every fork was steady at the end of its warm-up and fewer than half still trend
 * @param secondary JMH's secondary results
 * @param warnings the warnings about the whole case
 */
public record Measurement(
        CaseName name,
        MeasuredForks forks,
        Estimate time,
        Estimate floor,
        Estimate allocation,
        Optional<Precision> precision,
        boolean steady,
        Secondaries secondary,
        List<Warning> warnings) {
    public Measurement {
        warnings = List.copyOf(warnings);
    }

    /**
     * The forks of a case.
     *
     * @param mode how they were measured
     * @param threads how many threads ran the case
     * @param finished how many finished
     * @param failed how many failed
     */
    public record MeasuredForks(Mode mode, int threads, int finished, int failed) {}

    /**
     * The measurement from {@code samples}, with intervals of {@code confidence}.
     *
     * @param side the spread of forks, learned from all cases of the side
     */
    public static Measurement of(CaseSamples samples, Spreads side, double confidence) {
        List<JournalEntry> finished = samples.finished();
        int forks = finished.size();
        ForkValues values = ForkValues.time(samples);
        Optional<Spread> spread = forks > 1 && values.haveLogarithms()
                ? Optional.of(side.time(values, CaseForks.of(samples).within()))
                : Optional.empty();
        List<Warning> warnings = new ArrayList<>();
        int unsteady =
                (int) finished.stream().filter(fork -> !fork.samples().steady()).count();
        if (unsteady > 0) {
            warnings.add(new Warning.NotSteady(unsteady, forks));
        }
        int trending = samples.mode() == Mode.SINGLE_SHOT
                ? 0
                : (int) finished.stream()
                        .filter(fork -> Steadiness.trends(fork.samples().secondsPerOperation()))
                        .count();
        if (trending > 0 && 2 * trending >= forks) {
            warnings.add(new Warning.StillTrending(trending, forks));
        }
        Estimate time = ForkLevel.time(samples, side, confidence);
        boolean steady = warnings.isEmpty();
        time.warnings().forEach(warnings::add);
        return new Measurement(
                samples.name(),
                new MeasuredForks(
                        samples.mode(),
                        samples.forks().get(0).samples().threads(),
                        forks,
                        samples.forks().size() - forks),
                time,
                ForkLevel.floor(samples, side, confidence),
                ForkLevel.allocation(samples, confidence),
                spread.map(one ->
                        new Precision(one.sd(), one.degrees(), Sizing.detectable(one.error(forks), one.degrees()))),
                steady,
                Secondaries.of(samples, side, confidence),
                warnings);
    }
}
