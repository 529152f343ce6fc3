package dev.clnrm.bench.stats;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tolerance and the margin of a comparison. A call follows from one interval: that of the statistic it names. So a reader can
 * check the call against the interval.
 *
 * @param tolerance the smallest change that is called, a share of the base: 0.03 is 3 %
 * @param margin the slowdown that ok excludes, a share of the base; at least the tolerance
 */
public record Limits(double tolerance, double margin) {
    /** How far a ratio of exactly 1.3 may be off after logarithms and divisions. */
    private static final double ROUNDING = 1e-9;

    /** The fast end is the least disturbed; the slow half is most of a fork; the slowest tenth is the rest. */
    private static final List<ForkStatistic> PREFERRED = List.of(
            ForkStatistic.FLOOR, ForkStatistic.BODY, ForkStatistic.TAIL, ForkStatistic.MEAN, ForkStatistic.EXACT);

    public Limits {
        margin = Math.max(margin, tolerance);
    }

    /** The result for a case. */
    public enum Called {
        /** The evidence is below the level, the interval lies above no change, and the estimate reaches the tolerance. */
        SLOWER,
        /** The mirror image. */
        FASTER,
        /** Neither, and the interval ends below the margin. */
        OK,
        /** None of these. */
        OPEN
    }

    /**
     * A call, and the statistic whose interval supports it.
     *
     * @param called the result
     * @param look the statistic
     */
    public record Call(Called called, ForkStatistic look) {}

    /**
     * The call of a comparison. The fast end of forks decides unless another statistic proves a slowdown, or a gain beyond the
     * tolerance.
     *
     * @param one a comparison with evidence in both directions, and an interval
     * @param level the adjusted p value that evidence stays below
     */
    public Call call(Comparison one, double level) {
        List<ForkStatistic> slower = proven(one.slower(), level);
        List<ForkStatistic> faster = proven(one.faster(), level);
        if (!slower.isEmpty() && !faster.isEmpty()) {
            // Some iterations are faster and others slower: only the mean shows the total effect.
            return by(ForkStatistic.MEAN, true, true, one);
        }
        for (ForkStatistic look : faster) {
            Call call = by(look, false, true, one);
            if (call.called == Called.FASTER) {
                return call;
            }
        }
        for (ForkStatistic look : slower) {
            Call call = by(look, true, false, one);
            if (call.called == Called.SLOWER) {
                return call;
            }
        }
        return by(slower.isEmpty() ? one.usual() : slower.get(0), false, false, one);
    }

    /** The statistics that prove a change by their intervals, the usual one first. */
    private static List<ForkStatistic> proven(Optional<Evidence> evidence, double level) {
        return evidence.map(Evidence::all).orElse(List.of()).stream()
                .filter(found -> found.adjusted() < level)
                .map(Evidence::look)
                .sorted(Comparator.comparing(PREFERRED::indexOf))
                .map(Limits::shown)
                .toList();
    }

    /** The slowest tenth of a fork finds pauses that the noise of the mean hides, but their cost is what they add to the mean. */
    private static ForkStatistic shown(ForkStatistic look) {
        return look == ForkStatistic.TAIL ? ForkStatistic.MEAN : look;
    }

    private Call by(ForkStatistic look, boolean slower, boolean faster, Comparison one) {
        Interval change = one.change(look).orElseThrow();
        if (slower && change.low() > 1 && change.estimate() >= (1 + tolerance) * (1 - ROUNDING)) {
            return new Call(Called.SLOWER, look);
        }
        if (faster && change.high() < 1 && change.estimate() <= (1 + ROUNDING) / (1 + tolerance)) {
            return new Call(Called.FASTER, look);
        }
        return new Call(change.high() < 1 + margin ? Called.OK : Called.OPEN, look);
    }
}
