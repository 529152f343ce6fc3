package dev.clnrm.bench.analyse;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Estimates of one case with the fork as the unit of replication. */
public final class ForkLevel {
    private ForkLevel() {}

    /** Mean seconds per operation: t interval over y = ln(fork mean), estimate exp(mean y). */
    public static Estimate time(CaseSamples samples, double confidence) {
        return logScale(ForkValues.time(samples), confidence);
    }

    /** The same of each fork's fastest quarter. */
    public static Estimate floor(CaseSamples samples, double confidence) {
        return logScale(ForkValues.floor(samples), confidence);
    }

    /**
     * A percentile of the time of single operations: each fork's from its merged histograms, then a t interval over the forks on the
     * log scale.
     *
     * @param percentile in (0, 100]
     */
    public static Estimate percentile(CaseSamples samples, double percentile, double confidence) {
        return logScale(percentiles(samples, percentile), confidence);
    }

    /** A percentile of each fork's merged histograms. */
    static ForkValues percentiles(CaseSamples samples, double percentile) {
        List<ForkRecord> finished = samples.finished();
        if (finished.stream().anyMatch(fork -> fork.histograms().isEmpty())) {
            List<Warning> warnings =
                    new ArrayList<>(ForkValues.of(samples, fork -> 0).warnings());
            warnings.add(new Warning.NoHistogram());
            double[] nothing = new double[finished.size()];
            Arrays.fill(nothing, Double.NaN);
            return new ForkValues(Values.of(nothing), false, warnings);
        }
        List<Histogram> merged = finished.stream()
                .map(fork -> Histogram.merged(fork.histograms()))
                .toList();
        Map<Integer, Double> percentiles = new HashMap<>();
        for (int i = 0; i < merged.size(); i++) {
            percentiles.put(finished.get(i).fork(), merged.get(i).percentile(percentile));
        }
        ForkValues values = ForkValues.positive(
                ForkValues.of(samples, fork -> percentiles.getOrDefault(fork.fork(), Double.NaN)), samples);
        long fewest = merged.stream().mapToLong(Histogram::count).min().orElse(0);
        boolean thin = fewest * (1 - percentile / 100) < Defaults.TAIL_SAMPLES;
        if (!thin || fewest == 0) {
            return values;
        }
        List<Warning> warnings = new ArrayList<>(values.warnings());
        warnings.add(new Warning.ThinTail(percentile, fewest));
        return new ForkValues(values.values(), values.finite(), warnings);
    }

    /** Bytes allocated per operation: t interval over fork means on the arithmetic scale, since none is common. */
    public static Estimate allocation(CaseSamples samples, double confidence) {
        if (samples.finished().stream().anyMatch(fork -> allocations(fork).isEmpty())) {
            return new Estimate.Missing(samples.finished().size(), List.of(new Warning.NotMeasured()));
        }
        return arithmetic(allocations(samples), confidence);
    }

    /** Mean bytes per operation of each fork. */
    static ForkValues allocations(CaseSamples samples) {
        return ForkValues.of(samples, fork -> ForkSummary.mean(allocations(fork)));
    }

    private static Values allocations(ForkRecord fork) {
        return fork.secondary().getOrDefault(ForkRecord.ALLOCATION, Values.NONE);
    }

    /** Student's interval (Student 1908) on logarithms; the estimate is the geometric mean of the forks. */
    static Estimate logScale(ForkValues forks, double confidence) {
        Levels.check(confidence);
        if (!forks.finite()) {
            return new Estimate.Missing(forks.forks(), forks.warnings());
        }
        if (!forks.haveLogarithms()) {
            return new Estimate.Point(forks.moments().mean(), forks.forks(), forks.warnings());
        }
        Moments plain = forks.moments();
        if (forks.forks() == 1) {
            return new Estimate.Point(plain.mean(), 1, forks.warnings());
        }
        if (plain.sd() == 0) {
            return exact(plain.mean(), forks, confidence).warned(List.of(new Warning.NoSpread()));
        }
        Moments logs = forks.logMoments();
        double half = StudentT.twoSided(confidence, logs.n() - 1.0) * logs.error();
        Interval interval = new Interval(
                Math.exp(logs.mean() - half),
                Math.exp(logs.mean()),
                Math.min(Double.MAX_VALUE, Math.exp(logs.mean() + half)),
                confidence);
        return new Estimate.Bounded(interval, forks.forks(), forks.warnings());
    }

    /** Student's interval on the numbers themselves, cut off at 0: none of them can be negative. */
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
                moments.mean() + half,
                confidence);
        return new Estimate.Bounded(interval, forks.forks(), forks.warnings());
    }

    private static Estimate exact(double value, ForkValues forks, double confidence) {
        return new Estimate.Bounded(new Interval(value, value, value, confidence), forks.forks(), forks.warnings());
    }
}
