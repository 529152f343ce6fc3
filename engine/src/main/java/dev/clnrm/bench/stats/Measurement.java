package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
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
 * @param precision how much the forks differ; empty if there is only one
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
     * How much forks differ, and which change they can show.
     *
     * @param spread the standard deviation of the logarithms of fork means that the interval uses: 0.01 is about 1 %
     * @param degrees its degrees of freedom; infinite if it is known from the suite
     * @param detectable the smallest change against a known value that this many forks show with 80 % power: 0.05 is 5 %
     */
    public record Precision(double spread, double degrees, double detectable) {}

    /**
     * The measurement from {@code samples}, with intervals of {@code confidence}.
     *
     * @param side the spread of forks, learned from all cases of the side
     */
    public static Measurement of(CaseSamples samples, Spreads side, double confidence) {
        return Measuring.measure(samples, side, confidence);
    }
}
