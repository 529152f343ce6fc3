package dev.clnrm.bench.analyse;

import dev.clnrm.bench.samples.CaseSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The times of one case on both sides made into a comparison. */
final class TimeComparison {
    private TimeComparison() {}

    static Comparison of(TimeEvidence time, Evidence slower, Evidence faster, Comparing how) {
        double confidence = how.confidence();
        TwoSides sides = time.looks().sides();
        ForkValues base = time.looks().base();
        ForkValues head = time.looks().head();
        List<Warning> warnings = new ArrayList<>(base.warnings());
        head.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        Optional<Difference> mean = time.difference(Look.MEAN);
        if (mean.isPresent() && base.moments().sd() == 0 && head.moments().sd() == 0) {
            warnings.add(new Warning.NoSpread());
        }
        return new Comparison(
                sides.name(),
                sides.mode(),
                Metric.TIME,
                alone(time, sides.base(), base, how.base(), confidence),
                alone(time, sides.head(), head, how.head(), confidence),
                mean.map(difference -> difference.ratio(confidence)),
                time.difference(Look.FLOOR).map(difference -> difference.ratio(confidence)),
                mean.map(difference -> difference.ratio(Defaults.EQUIVALENCE)),
                mean.map(difference -> slower),
                mean.map(difference -> faster),
                mean.map(difference -> Math.sqrt(difference.variance())),
                mean.map(Difference::df),
                mean.map(difference -> Sizing.detectable(difference.error(), difference.df())),
                base.forks(),
                head.forks(),
                warnings);
    }

    /** One side by itself. */
    private static Estimate alone(
            TimeEvidence time, CaseSamples samples, ForkValues forks, Spreads side, double confidence) {
        Optional<Double> percentile = time.looks().percentile();
        return ForkLevel.logScale(
                forks,
                values -> percentile.isPresent()
                        ? side.percentile(values, percentile.get())
                        : side.time(values, CaseForks.of(samples).within()),
                confidence);
    }
}
