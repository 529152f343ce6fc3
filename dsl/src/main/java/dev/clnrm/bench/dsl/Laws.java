package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Share;
import java.math.BigDecimal;
import java.math.MathContext;

/** Laws that still need a limit; start with {@link Bench}. */
public final class Laws {
    private Laws() {}

    /** How many times slower one case is than another. */
    public record RatioOf(String slower, String faster, Place place) {
        /** At least {@code times} times as slow. */
        public LawDeclaration atLeast(double times) {
            return new LawDeclaration(
                    faster + " at least " + number(times) + " x faster than " + slower,
                    place,
                    (name, prefix, at) -> new Law.Ratio(name, prefix + slower, prefix + faster, times, at));
        }
    }

    /** The exponent b of t = a · parameter^b. */
    public record ExponentOf(String benchmark, String parameter, Place place) {
        /** Between these two, including both. */
        public LawDeclaration within(double low, double high) {
            return new LawDeclaration(
                    "exponent of " + benchmark + " over " + parameter + " within " + number(low) + " … " + number(high),
                    place,
                    (name, prefix, at) -> new Law.Exponent(name, prefix + benchmark, parameter, low, high, at));
        }
    }

    /** t(1) · n / t(n). */
    public record EfficiencyOf(String benchmark, String parameter, Place place) {
        /** At this value of the parameter. */
        public EfficiencyAt at(double value) {
            return new EfficiencyAt(benchmark, parameter, value, place);
        }
    }

    /** t(1) · n / t(n) at one n. */
    public record EfficiencyAt(String benchmark, String parameter, double at, Place place) {
        /** At least this share; 300 % if three operations take the time of one. */
        public LawDeclaration atLeast(Share share) {
            return new LawDeclaration(
                    "efficiency of " + benchmark + " at " + number(at) + " " + parameter + " at least "
                            + number(share.fraction() * 100) + " %",
                    place,
                    (name, prefix, where) ->
                            new Law.Efficiency(name, prefix + benchmark, parameter, at, share.fraction(), where));
        }
    }

    /** How much longer one case takes than another. */
    public record OverheadOf(String of, String over, Place place) {
        /** At most this much longer. */
        public LawDeclaration atMost(Share share) {
            return new LawDeclaration(
                    "overhead of " + of + " over " + over + " at most " + number(share.fraction() * 100) + " %",
                    place,
                    (name, prefix, at) -> new Law.Overhead(name, prefix + of, prefix + over, share.fraction(), at));
        }
    }

    /** The shortest plain form to six digits: {@code 10}, {@code 0.95}. */
    private static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(6)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
