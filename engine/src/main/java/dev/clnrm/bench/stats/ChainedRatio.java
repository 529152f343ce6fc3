package dev.clnrm.bench.stats;

/**
 * Products of ratios that independent runs measured, from their intervals alone.
 *
 * <p>On the log scale the product is a sum θ₁ + θ₂, and its limits are θ₁ + θ₂ ∓ √((θ₁ − l₁)² + (θ₂ − l₂)²) below and the mirror image above
 * (Zou &amp; Donner 2008, equation 5: the method of variance estimates recovery). For normal estimates of known variance that is exact. Student's
 * intervals of few forks make it a little too wide, because the sum has more degrees of freedom than its parts.
 */
public final class ChainedRatio {
    private ChainedRatio() {}

    /** The product of two ratios, at the lower of their confidences. */
    public static Interval times(Interval one, Interval other) {
        double estimate = Math.log(one.estimate()) + Math.log(other.estimate());
        double below = Math.hypot(below(one), below(other));
        double above = Math.hypot(above(one), above(other));
        return new Interval(
                bounded(estimate - below),
                bounded(estimate),
                bounded(estimate + above),
                Math.min(one.confidence(), other.confidence()));
    }

    /** The ratio the other way round. */
    public static Interval inverse(Interval one) {
        return new Interval(
                bounded(-Math.log(one.high())),
                bounded(-Math.log(one.estimate())),
                bounded(-Math.log(one.low())),
                one.confidence());
    }

    /** The imprecision of a ratio: the square of half its width on the log scale. Imprecisions add up along a chain. */
    public static double width(Interval one) {
        double half = (below(one) + above(one)) / 2;
        return half * half;
    }

    private static double below(Interval one) {
        return Math.log(one.estimate()) - Math.log(one.low());
    }

    private static double above(Interval one) {
        return Math.log(one.high()) - Math.log(one.estimate());
    }

    private static double bounded(double log) {
        return Math.min(Double.MAX_VALUE, Math.exp(log));
    }
}
