package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.CaseSamples;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of one case, whatever was promised.
 *
 * @param name the case
 * @param mode how it was measured
 * @param threads how many threads ran it
 * @param forks how many forks finished
 * @param failed how many did not
 * @param time mean seconds per operation
 * @param floor the mean of each fork's fastest quarter, seconds per operation
 * @param allocation bytes per operation
 * @param spread the standard deviation of the logarithms of fork means the interval rests on: 0.01 is about 1 %; absent with one fork
 * @param degrees its degrees of freedom; infinite where the suite settles it; absent with one fork
 * @param detectable the smallest change against a known value this many forks show with 80 % power: 0.05 is 5 %
 * @param steady whether every fork was steady when its warm-up ended and fewer than half still trend
 * @param secondary what JMH measured beside the time
 * @param warnings what qualifies the whole case
 */
public record Measurement(
        CaseName name,
        Mode mode,
        int threads,
        int forks,
        int failed,
        Estimate time,
        Estimate floor,
        Estimate allocation,
        Optional<Double> spread,
        Optional<Double> degrees,
        Optional<Double> detectable,
        boolean steady,
        Secondaries secondary,
        List<Warning> warnings) {
    public Measurement {
        warnings = List.copyOf(warnings);
    }

    /**
     * What {@code samples} say, with intervals of {@code confidence}.
     *
     * @param side what all cases of the side say about spread
     */
    public static Measurement of(CaseSamples samples, Spreads side, double confidence) {
        return Measuring.measure(samples, side, confidence);
    }
}
