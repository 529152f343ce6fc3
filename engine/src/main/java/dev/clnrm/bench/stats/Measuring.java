package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the measurement of a case from its samples. */
final class Measuring {
    private Measuring() {}

    static Measurement measure(CaseSamples samples, Spreads side, double confidence) {
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
                new Measurement.MeasuredForks(
                        samples.mode(),
                        samples.forks().get(0).samples().threads(),
                        forks,
                        samples.forks().size() - forks),
                time,
                ForkLevel.floor(samples, side, confidence),
                ForkLevel.allocation(samples, confidence),
                spread.map(one -> new Measurement.Precision(
                        one.sd(), one.degrees(), Sizing.detectable(one.error(forks), one.degrees()))),
                steady,
                Secondaries.of(samples, side, confidence),
                warnings);
    }
}
