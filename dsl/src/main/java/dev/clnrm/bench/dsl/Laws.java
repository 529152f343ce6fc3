package dev.clnrm.bench.dsl;

import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Share;

/** Laws that still lack their number; start with {@link Bench}. */
public final class Laws {
    private Laws() {}

    /** How many times slower one case is than another. */
    public record RatioOf(String slower, String faster, Place place) {
        /** At least so many times. */
        public LawWord atLeast(double times) {
            return new LawWord(
                    faster + " at least " + Texts.number(times) + " x faster than " + slower,
                    place,
                    (name, prefix, at) -> new Law.Ratio(name, prefix + slower, prefix + faster, times, at));
        }
    }

    /** The exponent b of t = a · parameter^b. */
    public record ExponentOf(String benchmark, String parameter, Place place) {
        /** Within these two, both included. */
        public LawWord within(double low, double high) {
            return new LawWord(
                    "exponent of " + benchmark + " over " + parameter + " within " + Texts.number(low) + " … "
                            + Texts.number(high),
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
        /** At least so much; 300 % where three operations take the time of one. */
        public LawWord atLeast(Share share) {
            return new LawWord(
                    "efficiency of " + benchmark + " at " + Texts.number(at) + " " + parameter + " at least "
                            + Texts.number(share.fraction() * 100) + " %",
                    place,
                    (name, prefix, where) ->
                            new Law.Efficiency(name, prefix + benchmark, parameter, at, share.fraction(), where));
        }
    }

    /** How much longer one case takes than another. */
    public record OverheadOf(String of, String over, Place place) {
        /** At most so much longer. */
        public LawWord atMost(Share share) {
            return new LawWord(
                    "overhead of " + of + " over " + over + " at most " + Texts.number(share.fraction() * 100) + " %",
                    place,
                    (name, prefix, at) -> new Law.Overhead(name, prefix + of, prefix + over, share.fraction(), at));
        }
    }
}
