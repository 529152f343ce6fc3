package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.Decimals.DIGITS;
import static dev.clnrm.bench.report.Decimals.NONE;

import dev.clnrm.bench.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** Formats shares and changes in per cent, and large changes as factors. */
public final class Percents {
    /** The ratio from which a factor is easier to read than per cent. */
    private static final double FACTOR = 10;

    /** The most decimal digits of a double. */
    private static final int DOUBLE_DIGITS = 15;

    private Percents() {}

    /** A share: {@code 0.04 %}, {@code 31.4 %}, {@code 385 %}. */
    public static String percent(double share) {
        double percent = Math.abs(share * 100);
        int decimals = percent >= 100 || percent == 0 ? 0 : percent >= 0.1 ? 1 : 2;
        return Double.isFinite(percent) ? Decimals.plain(share * 100, decimals) + " %" : NONE;
    }

    /** A share with its sign: {@code +31.4 %}. */
    public static String change(double share) {
        String text = percent(share);
        return share > 0 && Double.isFinite(share) ? "+" + text : text;
    }

    /** A ratio: {@code 60.5 x}. */
    public static String ratio(double value) {
        return Double.isFinite(value) ? Decimals.significant(value, DIGITS) + " x" : NONE;
    }

    /** Whether ratios that are shown together are shown as factors: if one of them is ten or more. */
    public static boolean factors(double... ratios) {
        return Arrays.stream(ratios).anyMatch(ratio -> ratio >= FACTOR);
    }

    /**
     * A ratio as a change: {@code +31.4 %}; {@code 12.5 x} from ten times on. It has enough digits to show on which side of each
     * limit the ratio lies, so that the shown number leads to the same verdict: 1.04999 is not {@code +5.0 %} if 1.05 is the
     * limit.
     */
    public static String changed(double ratio, double... limits) {
        return changed(factors(ratio), ratio, limits);
    }

    /** The same in the notation of the numbers next to it. */
    static String changed(boolean factor, double ratio, double... limits) {
        if (!Double.isFinite(ratio)) {
            return NONE;
        }
        String text = factor ? ratio(ratio) : change(ratio - 1);
        BigDecimal exact = BigDecimal.valueOf(ratio);
        for (int further = 1; further <= DOUBLE_DIGITS && hides(ratio, text, limits); further++) {
            if (factor) {
                text = exact.round(new MathContext(DIGITS + further)).toPlainString() + " x";
            } else {
                BigDecimal share = exact.subtract(BigDecimal.ONE).movePointRight(2);
                BigDecimal rounded = share.setScale(further, RoundingMode.HALF_EVEN);
                text = (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString() + " %";
            }
        }
        return text;
    }

    /** Whether a change and the ends of its interval are shown as factors. */
    static boolean factors(Optional<Interval> interval, Optional<Double> ratio) {
        return interval.map(Interval::high)
                .or(() -> ratio)
                .filter(Percents::factors)
                .isPresent();
    }

    /** Both ends of the interval of a change, in the notation of the larger one. */
    public static String ends(Interval change) {
        return ends(factors(change.high()), change);
    }

    /** Both ends of the interval of a change: {@code +24.0 % … +39.2 %}. */
    static String ends(boolean factors, Interval change, double... limits) {
        return changed(factors, change.low(), limits) + Decimals.RANGE + changed(factors, change.high(), limits);
    }

    /** Whether the shown ratio lies on the other side of a limit than the exact ratio. */
    private static boolean hides(double ratio, String text, double... limits) {
        BigDecimal number = new BigDecimal(text.substring(0, text.indexOf(' ')));
        double shown = (text.endsWith("x") ? number : number.movePointLeft(2).add(BigDecimal.ONE)).doubleValue();
        return Arrays.stream(limits)
                .anyMatch(limit ->
                        Double.isFinite(limit) && Double.compare(ratio, limit) != Double.compare(shown, limit));
    }

    /** A level, for example a confidence: {@code 95 %}, {@code 99.9 %}. */
    public static String level(double share) {
        return Double.isFinite(share * 100)
                ? BigDecimal.valueOf(share * 100)
                                .round(new MathContext(6))
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %"
                : NONE;
    }

    /** The level of an interval in parentheses if it differs from the level in the heading: {@code  (99 %)}. */
    public static String unusual(Interval interval, double usual) {
        return interval.confidence() == usual ? "" : " (" + level(interval.confidence()) + ")";
    }

    /** Headroom with one decimal: {@code 35.7 %}. */
    public static String headroom(double share) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        if (share < 1 && share >= 0.9995) {
            return "> 99.9 %";
        }
        return share < -99.99 ? "< -9999 %" : Decimals.plain(share * 100, 1) + " %";
    }

    /**
     * The distance from an estimate to the farther end of its interval: {@code ± 1.2 %}; a factor if a share would be hard to
     * read, {@code ×÷ 2.9}.
     */
    public static String precision(Interval interval) {
        double estimate = interval.estimate();
        double up = estimate > 0 ? interval.high() / estimate - 1 : 0;
        double down = estimate > 0 ? 1 - interval.low() / estimate : 0;
        return up < 1 ? "± " + percent(Math.max(up, down)) : "×÷ " + Decimals.significant(1 + up, 2);
    }

    /** A percentile: {@code p99}, {@code p99.9}. */
    public static String percentile(double percentile) {
        return "p" + Decimals.exact(percentile);
    }
}
