package dev.clnrm.bench.stats;

import dev.clnrm.bench.stats.Limits.Called;
import java.util.function.Function;

/**
 * Decides when a case needs no more forks: the result is slower or faster, or a slowdown that matters is excluded.
 *
 * @param limits the limits of a comparison
 * @param forGain whether gains are of interest; then an ok case gets more forks while a gain of the tolerance is possible
 */
public record Stopping(Function<Comparison, Limits> limits, boolean forGain) {
    /** If the p value of any look is below this, a case gets more forks: it hints at a slowdown that few forks cannot prove. */
    private static final double HINT = 0.3;

    /**
     * The one-sided level at which a slowdown is excluded before the last look. If a case has three looks and stops as soon as
     * its interval ends below the margin, a case that is really slower by the margin is ok too often: in 3.1 % of cases of the
     * same data, and in 2.3 % with this level (docs/statistics.md).
     */
    private static final double EARLY = 0.99;

    /** Stops without an interest in gains. */
    public Stopping(Function<Comparison, Limits> limits) {
        this(limits, false);
    }

    /** The result for a case at that level; open if it cannot be compared. */
    public Called called(Comparison one, double level) {
        return one.change().isEmpty() || one.slower().isEmpty()
                ? Called.OPEN
                : limits.apply(one).call(one, level).called();
    }

    /**
     * Whether more forks cannot change the result: the case is slower or faster, or it is ok with certainty, no look hints at a
     * slowdown, and no gain of interest is possible.
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
