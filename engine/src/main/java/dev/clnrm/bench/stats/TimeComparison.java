package dev.clnrm.bench.stats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a comparison from the times of one case on both sides. */
final class TimeComparison {
    private TimeComparison() {}

    static Comparison of(TimeEvidence time, Evidence slower, Evidence faster, Comparing how) {
        double confidence = how.confidence();
        TwoSides sides = time.looks().sides();
        ForkValues base = time.looks().base();
        ForkValues head = time.looks().head();
        List<Warning> warnings = new ArrayList<>(base.warnings());
        head.warnings().stream().filter(warning -> !warnings.contains(warning)).forEach(warnings::add);
        Optional<Difference> mean = time.difference(ForkStatistic.MEAN);
        if (mean.isPresent() && base.moments().sd() == 0 && head.moments().sd() == 0) {
            warnings.add(new Warning.NoSpread());
        }
        Map<ForkStatistic, Interval> changes = new EnumMap<>(ForkStatistic.class);
        for (ForkStatistic look : CaseLooks.TIMES) {
            if (look == ForkStatistic.MEAN || !time.looks().single()) {
                time.difference(look).ifPresent(difference -> changes.put(look, difference.ratio(confidence)));
            }
        }
        Optional<Difference> usual =
                time.difference(changes.containsKey(ForkStatistic.FLOOR) ? ForkStatistic.FLOOR : ForkStatistic.MEAN);
        return new Comparison(
                sides.name(),
                sides.mode(),
                Metric.TIME,
                alone(base, how.base(), time.looks().within().base(), confidence),
                alone(head, how.head(), time.looks().within().head(), confidence),
                changes,
                mean.map(difference -> slower),
                mean.map(difference -> faster),
                usual.map(TimeComparison::precision),
                warnings);
    }

    private static Precision precision(Difference difference) {
        return new Precision(
                Math.sqrt(difference.variance()),
                difference.df(),
                Sizing.detectable(difference.error(), difference.df()));
    }

    /** The estimate of one side by itself. */
    private static Estimate alone(ForkValues forks, Spreads side, double within, double confidence) {
        return ForkLevel.logScale(forks, values -> side.time(values, within), confidence);
    }
}
