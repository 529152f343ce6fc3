package dev.clnrm.bench.analyse;

import java.util.function.ToDoubleFunction;

/**
 * When a case needs no further forks: it is called slower or faster, or a slowdown that matters is excluded.
 *
 * @param tolerance the share of the base that counts as no change, of a comparison: a case inside it is not called
 */
public record Stopping(ToDoubleFunction<Comparison> tolerance) {
    /** A slowdown of 5 % is what most want excluded; excluding 3 % as well takes twice the forks. */
    public static final double EXCLUDING = 0.05;

    /** Below this p value of any look a case is not left alone: it hints at a slowdown that few forks cannot show. */
    private static final double HINT = 0.3;

    /** The same tolerance for all. */
    public static Stopping at(double tolerance) {
        return new Stopping(comparison -> tolerance);
    }

    /** Whether it is called slower at that level. */
    public boolean calledSlower(Comparison one, double level) {
        return one.slower().isPresent()
                && one.slower().get().adjusted() < level
                && beyond(one.slower().get(), one, 1);
    }

    /** Whether it is called faster at that level. */
    public boolean calledFaster(Comparison one, double level) {
        return one.faster().isPresent()
                && one.faster().get().adjusted() < level
                && beyond(one.faster().get(), one, -1);
    }

    private boolean beyond(Evidence evidence, Comparison one, int direction) {
        double limit = Math.log1p(tolerance.applyAsDouble(one));
        return (evidence.look() == Look.FLOOR ? one.floor() : one.change())
                .filter(change -> direction * Math.log(change.estimate()) > limit)
                .isPresent();
    }

    /** Whether a slowdown is excluded by the mean or by the fast end, and no look hints at one. */
    boolean excluded(Comparison one) {
        if (one.slower().isEmpty() || one.slower().get().p() < HINT) {
            return false;
        }
        double limit = 1 + Math.max(EXCLUDING, tolerance.applyAsDouble(one));
        return one.equivalence().orElseThrow().high() < limit
                || one.floor().map(Interval::high).orElse(Double.MAX_VALUE) < limit;
    }
}
