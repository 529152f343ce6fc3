package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Estimates of one case with the fork as the unit of replication. */
public final class ForkLevel {
    private ForkLevel() {}

    /**
     * Mean seconds per operation: t interval over y = ln(fork mean), estimate exp(mean y), the variance moderated by those of the side.
     */
    public static Estimate time(CaseSamples samples, Spreads side, double confidence) {
        return time(CaseForks.of(samples), side, confidence);
    }

    /** The same if the noise inside forks is already known. */
    public static Estimate time(CaseForks forks, Spreads side, double confidence) {
        return logScale(ForkValues.time(forks.samples()), values -> side.time(values, forks.within()), confidence);
    }

    /** The same for each fork's fastest quarter. */
    public static Estimate floor(CaseSamples samples, Spreads side, double confidence) {
        double within = CaseForks.of(samples).within();
        return logScale(ForkValues.floor(samples), values -> side.floor(values, within), confidence);
    }

    /**
     * A percentile of the time of single operations: computed for each fork from its merged histograms, then a t interval over the forks
     * on the log scale.
     *
     * @param percentile in (0, 100]
     */
    public static Estimate percentile(CaseSamples samples, double percentile, Spreads side, double confidence) {
        return logScale(percentiles(samples, percentile), values -> side.percentile(values, percentile), confidence);
    }

    /** A percentile of each fork's merged histograms. */
    static ForkValues percentiles(CaseSamples samples, double percentile) {
        List<JournalEntry> finished = samples.finished();
        if (finished.stream().anyMatch(fork -> fork.samples().histograms().isEmpty())) {
            List<Warning> warnings =
                    new ArrayList<>(ForkValues.of(samples, fork -> 0).warnings());
            warnings.add(new Warning.NoHistogram());
            double[] nothing = new double[finished.size()];
            Arrays.fill(nothing, Double.NaN);
            return new ForkValues(Values.of(nothing), false, warnings);
        }
        List<Histogram> merged = finished.stream()
                .map(fork -> Histogram.merged(fork.samples().histograms()))
                .toList();
        Map<Integer, Double> percentiles = new HashMap<>();
        for (int i = 0; i < merged.size(); i++) {
            percentiles.put(finished.get(i).fork(), merged.get(i).percentile(percentile));
        }
        ForkValues values = ForkValues.positive(
                ForkValues.of(samples, fork -> percentiles.getOrDefault(fork.fork(), Double.NaN)), samples);
        long fewest = merged.stream().mapToLong(Histogram::count).min().orElse(0);
        boolean thin = fewest * (1 - percentile / 100) < MethodConstants.TAIL_SAMPLES;
        if (!thin || fewest == 0) {
            return values;
        }
        List<Warning> warnings = new ArrayList<>(values.warnings());
        warnings.add(new Warning.ThinTail(percentile, fewest));
        return new ForkValues(values.values(), values.finite(), warnings);
    }

    /** Bytes allocated per operation: t interval over fork means on the arithmetic scale, because 0 is common. */
    public static Estimate allocation(CaseSamples samples, double confidence) {
        if (samples.finished().stream()
                .anyMatch(fork -> fork.samples().allocation().isEmpty())) {
            return new Estimate.Missing(samples.finished().size(), List.of(new Warning.NotMeasured()));
        }
        return arithmetic(allocations(samples), confidence);
    }

    /** Mean bytes per operation of each fork. */
    static ForkValues allocations(CaseSamples samples) {
        return ForkValues.of(samples, fork -> ForkSummary.mean(fork.samples().allocation()));
    }

    /**
     * Student's interval (Student 1908) on logarithms; the estimate is the geometric mean of the forks.
     *
     * @param spread the spread of at least two forks that have logarithms
     */
    static Estimate logScale(ForkValues forks, Function<ForkValues, Spread> spread, double confidence) {
        Levels.check(confidence);
        if (!forks.finite()) {
            return new Estimate.Missing(forks.forks(), forks.warnings());
        }
        if (!forks.haveLogarithms() || forks.forks() == 1) {
            return new Estimate.Point(forks.moments().mean(), forks.forks(), forks.warnings());
        }
        Moments plain = forks.moments();
        // For equal numbers, the way to the logarithm and back may change the last digit.
        double estimate =
                plain.sd() == 0 ? plain.mean() : Math.exp(forks.logMoments().mean());
        double half = spread.apply(forks).halfWidth(forks.forks(), confidence);
        Interval interval = new Interval(
                estimate * Math.exp(-half),
                estimate,
                Math.min(Double.MAX_VALUE, estimate * Math.exp(half)),
                confidence);
        Estimate bounded = new Estimate.Bounded(interval, forks.forks(), forks.warnings());
        return plain.sd() == 0 ? bounded.warned(List.of(new Warning.NoSpread())) : bounded;
    }

    /** Student's interval on the values themselves, cut off at 0 because they cannot be negative. */
    private static Estimate arithmetic(ForkValues forks, double confidence) {
        Levels.check(confidence);
        if (!forks.finite()) {
            return new Estimate.Missing(forks.forks(), forks.warnings());
        }
        Moments moments = forks.moments();
        if (forks.forks() == 1) {
            return new Estimate.Point(moments.mean(), 1, forks.warnings());
        }
        double half = StudentT.twoSided(confidence, moments.n() - 1.0) * moments.error();
        Interval interval = new Interval(
                Math.min(moments.mean(), Math.max(0, moments.mean() - half)),
                moments.mean(),
                Math.min(Double.MAX_VALUE, moments.mean() + half),
                confidence);
        return new Estimate.Bounded(interval, forks.forks(), forks.warnings());
    }
}
