package dev.clnrm.bench.stats;

import dev.clnrm.bench.stats.Limits.Called;
import java.util.function.Function;

/**
 * Decides when a case needs no further forks: it is called slower or faster, or a slowdown that matters is excluded.
 *
 * @param limits the limits of a comparison
 * @param forGain whether a gain is looked for, so that an ok case gets forks while a gain of the tolerance is possible
 */
public record Stopping(Function<Comparison, Limits> limits, boolean forGain) {
    /** Below this p value of any look, a case gets more forks: it hints at a slowdown that few forks cannot prove. */
    private static final double HINT = 0.3;

    /**
     * The one-sided level at which a slowdown is excluded before the last look. If a case is looked at three times and stops as soon as
     * its interval ends below the margin, it is ok too often although it is really slower by the margin: in 3.1 % of cases of the same
     * data, and in 2.3 % with this level (docs/statistics.md).
     */
    private static final double EARLY = 0.99;

    /** Looks for slowdowns. */
    public Stopping(Function<Comparison, Limits> limits) {
        this(limits, false);
    }

    /** The same limits for all cases. */
    public static Stopping at(Limits limits) {
        return new Stopping(comparison -> limits);
    }

    /** The call of a case at that level; open if it cannot be compared. */
    public Called called(Comparison one, double level) {
        return one.change().isEmpty() || one.slower().isEmpty()
                ? Called.OPEN
                : limits.apply(one).call(one, level).called();
    }

    /**
     * Whether further forks are of no use: it is called slower or faster, or it is surely ok, no look hints at a slowdown, and no gain is
     * looked for that is still possible.
     */
    boolean settled(Comparison one, double level) {
        return switch (called(one, level)) {
            case SLOWER, FASTER -> true;
            case OK ->
                one.slower().orElseThrow().p() >= HINT
                        && surely(one, limits.apply(one), level)
                        && !(forGain && gainIsPossible(one, limits.apply(one)));
            case OPEN -> false;
        };
    }

    private static boolean gainIsPossible(Comparison one, Limits limits) {
        return one.change().orElseThrow().low() <= 1 / (1 + limits.tolerance());
    }

    private static boolean surely(Comparison one, Limits limits, double level) {
        Interval change = one.change(limits.call(one, level).look()).orElseThrow();
        double degrees = one.precision().orElseThrow().degrees();
        double wider = StudentT.quantile(EARLY, degrees) / StudentT.twoSided(change.confidence(), degrees);
        double estimate = Math.log(change.estimate());
        return estimate + wider * (Math.log(change.high()) - estimate) < Math.log1p(limits.margin());
    }
}
