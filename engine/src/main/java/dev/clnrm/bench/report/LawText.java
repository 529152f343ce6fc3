package dev.clnrm.bench.report;

import dev.clnrm.bench.judge.LawVerdict;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Formats laws: what they require, and what was measured. */
public final class LawText {
    private LawText() {}

    /** What a law requires: {@code at least 10 x}. */
    public static String requirement(LawVerdict verdict) {
        Law law = verdict.law();
        if (law instanceof Law.Ratio ratio) {
            return "at least " + Decimals.exact(ratio.atLeast()) + " x";
        }
        if (law instanceof Law.Efficiency efficiency) {
            return "at least " + Percents.level(efficiency.atLeast());
        }
        if (law instanceof Law.Overhead overhead) {
            return "at most " + Percents.level(overhead.atMost());
        }
        Law.Exponent exponent = (Law.Exponent) law;
        return "from " + Decimals.exact(exponent.low()) + " to " + Decimals.exact(exponent.high());
    }

    /** The quantity that a law limits: {@code ratio}, {@code efficiency}. */
    public static String subject(Law law) {
        return law.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** What would decide an inconclusive law. */
    public static Optional<String> deciding(LawVerdict verdict) {
        return BudgetText.deciding(verdict.status(), verdict.measured(), verdict.forksToDecide());
    }

    /** The interval, with its confidence level if that is not the usual one. */
    public static String interval(LawVerdict verdict, double usual) {
        return measured(verdict).range()
                + verdict.measured()
                        .interval()
                        .map(interval -> Percents.unusual(interval, usual))
                        .orElse("");
    }

    /**
     * A measured number without a unit, and its interval with the same digits.
     *
     * @param value {@code 60.5 x}
     * @param range {@code 57.1 … 64.0 x}; empty without an interval
     */
    public record Shown(String value, String range) {}

    /** The measurement, with enough digits to distinguish it from the requirement. */
    public static Shown measured(LawVerdict verdict) {
        double low = verdict.requirement().low();
        double high = verdict.requirement().high();
        Law law = verdict.law();
        if (law instanceof Law.Ratio || law instanceof Law.Exponent) {
            return measured(verdict.measured(), 1, law instanceof Law.Ratio ? " x" : "", low, high);
        }
        return measured(verdict.measured(), 100, " %", low, high);
    }

    /**
     * An estimate and its interval.
     *
     * @param factor the factor by which the number is multiplied to be shown: 100 for a share in per cent
     * @param suffix the text after it, with its blank
     * @param limits the limits from which the estimate and both ends must be distinguishable
     */
    public static Shown measured(Estimate estimate, double factor, String suffix, double... limits) {
        if (estimate.value().isEmpty()) {
            return new Shown(Decimals.NONE, "");
        }
        double value = estimate.value().get() * factor;
        if (estimate.interval().isEmpty()) {
            return new Shown(Decimals.significant(value, Decimals.DIGITS) + suffix, "");
        }
        Interval interval = estimate.interval().get();
        double low = interval.low() * factor;
        double high = interval.high() * factor;
        double largest = Math.max(Math.abs(low), Math.abs(high));
        if (!Double.isFinite(largest) || Decimals.tooLong(BigDecimal.valueOf(largest))) {
            return new Shown(
                    Decimals.significant(value, Decimals.DIGITS) + suffix,
                    Decimals.significant(low, Decimals.DIGITS)
                            + Decimals.RANGE
                            + Decimals.significant(high, Decimals.DIGITS)
                            + suffix);
        }
        double half = (high - low) / 2;
        int place = half > 0 ? 1 - (int) Math.floor(Math.log10(half)) : Decimals.MOST_DIGITS;
        int whole = largest > 0 ? (int) Math.floor(Math.log10(largest)) + 1 : 1;
        int decimals = Math.max(0, Math.min(place, Decimals.MOST_DIGITS - whole));
        while (decimals < Decimals.EXACT_DIGITS && hides(interval, factor, limits, decimals)) {
            decimals++;
        }
        return new Shown(
                Decimals.fixed(value, decimals) + suffix,
                Decimals.fixed(low, decimals) + Decimals.RANGE + Decimals.fixed(high, decimals) + suffix);
    }

    private static boolean hides(Interval interval, double factor, double[] limits, int decimals) {
        for (double limit : limits) {
            for (double end : new double[] {interval.low(), interval.high()}) {
                if (end != limit
                        && Decimals.fixed(end * factor, decimals).equals(Decimals.fixed(limit * factor, decimals))) {
                    return true;
                }
            }
        }
        return false;
    }
}
