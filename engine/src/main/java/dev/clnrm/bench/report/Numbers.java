package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Numbers as people read them. Everything else keeps seconds, bytes and fractions; what is not a finite number is shown as
 * {@link #NONE}, never as a word of the floating-point standard.
 */
public final class Numbers {
    /** Stands where there is no number. */
    public static final String NONE = "–";

    private static final String RANGE = " … ";

    /** Digits of a number nobody gave a precision for: enough to see 1 %. */
    private static final int DIGITS = 3;

    /** The most digits of a measured number: repeated runs agree in no more. */
    private static final int MOST_DIGITS = 4;

    /** The most digits behind the point: a thousandth of a nanosecond is no part of any clock. */
    private static final int MOST_DECIMALS = 3;

    /** The most digits of a limit somebody wrote, and of a number that must be told apart from it. */
    private static final int EXACT_DIGITS = 9;

    /** More digits than these a double does not have. */
    private static final int DOUBLE_DIGITS = 15;

    /** Smaller probabilities are not told apart. */
    private static final double LEAST_PROBABILITY = 0.0001;

    /** Bytes that two decimals show as none. */
    private static final double NO_BYTE = 0.005;

    /** Ends of an interval farther apart than this have each their own unit. */
    private static final double APART = 10;

    private Numbers() {}

    /** An amount of unknown precision: {@code 128 µs}, {@code 3.91 KiB}. */
    public static String amount(Metric metric, double value) {
        return shown(metric, value, DIGITS, false);
    }

    /** An amount as somebody wrote it: {@code 200 µs}, {@code 1.5 KiB}. */
    public static String limit(Metric metric, double value) {
        return shown(metric, value, EXACT_DIGITS - 3, true);
    }

    /** An estimate with the digits its interval allows: {@code 128.7 µs}; with four where nobody knows how many it has. */
    public static String estimate(Metric metric, Estimate estimate) {
        boolean unknown = metric == Metric.TIME && estimate.interval().isEmpty();
        return estimate.value()
                .map(value ->
                        shown(metric, value, unknown ? MOST_DIGITS : digits(metric, value, estimate.interval()), false))
                .orElse(NONE);
    }

    /** An estimate with as many digits as tell it apart from a limit. */
    public static String against(Metric metric, double value, Optional<Interval> interval, double limit) {
        String exact = limit(metric, limit);
        int digits = digits(metric, value, interval);
        String text = shown(metric, value, digits, false);
        while (value != limit && digits < EXACT_DIGITS && sameNumber(text, exact)) {
            text = shown(metric, value, ++digits, false);
        }
        return text;
    }

    /** An interval, both ends in one unit where that can be read: {@code 127.2 … 130.1 µs}. */
    public static String range(Metric metric, Interval interval) {
        return range(metric, interval, Double.NaN);
    }

    /** An interval whose ends are told apart from a limit. */
    public static String range(Metric metric, Interval interval, double limit) {
        double low = interval.low();
        double high = interval.high();
        int digits = digits(metric, interval.estimate(), Optional.of(interval));
        if (high > APART * low || low < 0) {
            return shown(metric, low, Math.min(digits, DIGITS), false)
                    + RANGE
                    + shown(metric, high, Math.min(digits, DIGITS), false);
        }
        Unit unit = unit(metric, high, digits);
        while (true) {
            int decimals = decimals(interval.estimate() / unit.base(), digits, unit);
            String from = fixed(low / unit.base(), decimals);
            String to = fixed(high / unit.base(), decimals);
            String exact = fixed(limit / unit.base(), decimals);
            boolean told = (low == limit || !from.equals(exact)) && (high == limit || !to.equals(exact));
            if (told || digits >= EXACT_DIGITS) {
                return (from.equals(to) ? from : from + RANGE + to) + " " + unit.symbol();
            }
            digits++;
        }
    }

    /**
     * How far the ends of an interval are from its estimate: {@code ± 1.2 %}, the farther of the two; a factor where a share cannot
     * be read, {@code ×÷ 2.9}.
     */
    public static String precision(Interval interval) {
        double estimate = interval.estimate();
        double up = estimate > 0 ? interval.high() / estimate - 1 : 0;
        double down = estimate > 0 ? 1 - interval.low() / estimate : 0;
        double share = Math.max(up, down);
        return up < 1 ? "± " + percent(share) : "×÷ " + significant(1 + up, 2);
    }

    /** A share: {@code 0.04 %}, {@code 31.4 %}, {@code 385 %}. */
    public static String percent(double share) {
        double percent = Math.abs(share * 100);
        int decimals = percent >= 100 || percent == 0 ? 0 : percent >= 0.1 ? 1 : 2;
        return Double.isFinite(percent) ? plain(share * 100, decimals) + " %" : NONE;
    }

    /** A share that says its direction: {@code +31.4 %}. */
    public static String change(double share) {
        String text = percent(share);
        return share > 0 && Double.isFinite(share) ? "+" + text : text;
    }

    /** A ratio as the change it is: {@code +31.4 %}; {@code 12.5 x} from ten times on. */
    public static String changed(double ratio) {
        return ratio >= 10 ? ratio(ratio) : change(ratio - 1);
    }

    /**
     * The same with as many digits as leave the ratio on the side of each limit on which it is, so that a reader who takes the shown
     * number finds what was found: 1.04999 is not {@code +5.0 %} where 1.05 is the limit.
     */
    public static String changed(double ratio, double... limits) {
        String text = changed(ratio);
        if (!Double.isFinite(ratio)) {
            return text;
        }
        double shown = shown(text);
        for (int further = 1; further <= DOUBLE_DIGITS && hides(ratio, shown, limits); further++) {
            BigDecimal exact = BigDecimal.valueOf(ratio);
            if (ratio >= 10) {
                BigDecimal rounded = exact.round(new MathContext(DIGITS + further));
                text = rounded.toPlainString() + " x";
                shown = rounded.doubleValue();
            } else {
                BigDecimal share = exact.subtract(BigDecimal.ONE).movePointRight(2);
                BigDecimal rounded = share.setScale(further, RoundingMode.HALF_EVEN);
                text = (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString() + " %";
                shown = rounded.movePointLeft(2).add(BigDecimal.ONE).doubleValue();
            }
        }
        return text;
    }

    /** The ratio that a text of {@link #changed(double)} says. */
    private static double shown(String text) {
        BigDecimal number = new BigDecimal(text.substring(0, text.indexOf(' ')));
        return (text.endsWith("x") ? number : number.movePointLeft(2).add(BigDecimal.ONE)).doubleValue();
    }

    private static boolean hides(double ratio, double shown, double... limits) {
        for (double limit : limits) {
            if (Double.isFinite(limit) && Double.compare(ratio, limit) != Double.compare(shown, limit)) {
                return true;
            }
        }
        return false;
    }

    /** A level such as a confidence: {@code 95 %}, {@code 99.9 %}. */
    public static String level(double share) {
        return Double.isFinite(share * 100)
                ? BigDecimal.valueOf(share * 100)
                                .round(new MathContext(6))
                                .stripTrailingZeros()
                                .toPlainString()
                        + " %"
                : NONE;
    }

    /** What to say beside an interval whose level is another than that its heading names: {@code  (99 %)}. */
    static String unusual(Interval interval, double usual) {
        return interval.confidence() == usual ? "" : " (" + level(interval.confidence()) + ")";
    }

    /** Headroom to one decimal: {@code 35.7 %}. */
    public static String headroom(double share) {
        if (!Double.isFinite(share)) {
            return NONE;
        }
        if (share < 1 && share >= 0.9995) {
            return "> 99.9 %";
        }
        if (share < -99.99) {
            return "< -9999 %";
        }
        return plain(share * 100, 1) + " %";
    }

    /** A ratio: {@code 60.5 x}. */
    public static String ratio(double value) {
        return Double.isFinite(value) ? significant(value, DIGITS) + " x" : NONE;
    }

    /** A number without a unit, with the digits its interval allows: {@code 1.02}. */
    public static String number(double value, Optional<Interval> interval) {
        return Double.isFinite(value) ? significant(value, digits(value, interval)) : NONE;
    }

    /** A number as somebody wrote it: {@code 0.95}. */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(EXACT_DIGITS));
        return tooLong(rounded)
                ? scientific(rounded)
                : rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /**
     * A measured number without a unit of its own, as laws have them, and its interval in the same digits.
     *
     * @param value {@code 60.5 x}
     * @param range {@code 57.1 … 64.0 x}; empty without an interval
     */
    public record Shown(String value, String range) {}

    /**
     * An estimate and its interval.
     *
     * @param factor what the number is multiplied by to be shown: 100 for a share in per cent
     * @param suffix what follows it, with its blank
     * @param limits what has to be told apart from the estimate and both ends
     */
    public static Shown measured(Estimate estimate, double factor, String suffix, double... limits) {
        if (estimate.value().isEmpty()) {
            return new Shown(NONE, "");
        }
        double value = estimate.value().get();
        if (estimate.interval().isEmpty()) {
            return new Shown(significant(value * factor, DIGITS) + suffix, "");
        }
        Interval interval = estimate.interval().get();
        double largest = factor * Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
        double half = factor * (interval.high() - interval.low()) / 2;
        if (!Double.isFinite(largest) || tooLong(BigDecimal.valueOf(largest))) {
            return new Shown(
                    significant(value * factor, DIGITS) + suffix,
                    significant(interval.low() * factor, DIGITS)
                            + RANGE
                            + significant(interval.high() * factor, DIGITS)
                            + suffix);
        }
        int place = half > 0 ? 1 - (int) Math.floor(Math.log10(half)) : MOST_DIGITS;
        int whole = largest > 0 ? (int) Math.floor(Math.log10(largest)) + 1 : 1;
        int decimals = Math.max(0, Math.min(place, MOST_DIGITS - whole));
        while (decimals < EXACT_DIGITS && hides(interval, factor, limits, decimals)) {
            decimals++;
        }
        return new Shown(
                fixed(value * factor, decimals) + suffix,
                fixed(interval.low() * factor, decimals) + RANGE + fixed(interval.high() * factor, decimals) + suffix);
    }

    private static boolean hides(Interval interval, double factor, double[] limits, int decimals) {
        for (double limit : limits) {
            for (double end : new double[] {interval.low(), interval.high()}) {
                if (end != limit && fixed(end * factor, decimals).equals(fixed(limit * factor, decimals))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** How likely chance alone is, told apart from the level below which it proves something. */
    public static String probability(double p, double level) {
        String text = probability(p);
        if (!Double.isFinite(p) || p < LEAST_PROBABILITY) {
            return text;
        }
        for (int digits = 3; digits <= EXACT_DIGITS && p < level != Double.parseDouble(text) < level; digits++) {
            text = BigDecimal.valueOf(p).round(new MathContext(digits)).toPlainString();
        }
        return text;
    }

    /** How likely chance alone is: {@code 0.0003}, {@code < 0.0001}. */
    public static String probability(double p) {
        if (!Double.isFinite(p)) {
            return NONE;
        }
        if (p < LEAST_PROBABILITY) {
            return "< 0.0001";
        }
        BigDecimal rounded = BigDecimal.valueOf(p).round(new MathContext(2));
        return rounded.setScale(Math.min(4, Math.max(2, rounded.scale())), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** A percentile: {@code p99}, {@code p99.9}. */
    public static String percentile(double percentile) {
        return "p" + exact(percentile);
    }

    /** How long something lasts, as people say it: {@code 0.8 s}, {@code 45 s}, {@code 1 min 20 s}, {@code 2 h 5 min}. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return NONE;
        }
        double from0 = Math.max(0, seconds);
        if (from0 < 9.95) {
            return stripped(plain(from0, 1)) + " s";
        }
        long whole = Math.round(from0);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
        }
        long minutes = Math.round(from0 / 60);
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** So many of something: {@code 1 fork}, {@code 6 forks}. */
    public static String count(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }

    private static String shown(Metric metric, double value, int digits, boolean stripped) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        Unit unit = unit(metric, value, digits);
        double scaled = value / unit.base();
        BigDecimal rounded = BigDecimal.valueOf(scaled).round(new MathContext(digits));
        boolean none = unit.symbol().equals("B") && digits <= MOST_DIGITS && Math.abs(scaled) < NO_BYTE;
        if (tooLong(rounded) && !none) {
            return scientific(rounded) + " " + unit.symbol();
        }
        String text = fixed(scaled, decimals(scaled, digits, unit));
        return (stripped ? stripped(text) : text) + " " + unit.symbol();
    }

    /** The smallest unit in which the rounded value is not too large to read. */
    private static Unit unit(Metric metric, double value, int digits) {
        List<Unit> units = Unit.of(metric);
        Unit last = units.get(units.size() - 1);
        return units.stream()
                .filter(unit -> Double.isFinite(value / unit.base()))
                .filter(unit -> Math.abs(Double.parseDouble(
                                fixed(value / unit.base(), decimals(value / unit.base(), digits, unit))))
                        < unit.up())
                .findFirst()
                .orElse(last);
    }

    /** Sizes in bytes are nearly exact, and more of their digits tell a reader nothing. */
    private static int digits(Metric metric, double value, Optional<Interval> interval) {
        int digits = digits(value, interval);
        return switch (metric) {
            case TIME -> digits;
            case ALLOCATION -> Math.min(DIGITS, digits);
        };
    }

    /** Digits so that the last one is about a tenth of the interval's half-width or more, between 2 and {@link #MOST_DIGITS}. */
    private static int digits(double value, Optional<Interval> interval) {
        if (interval.isEmpty() || value == 0) {
            return DIGITS;
        }
        double half = (interval.get().high() - interval.get().low()) / 2;
        double relative = half / Math.abs(value);
        if (!(relative > 0)) {
            return MOST_DIGITS;
        }
        return (int) Math.max(2, Math.min(MOST_DIGITS, 2 - Math.floor(Math.log10(relative))));
    }

    private static int decimals(double scaled, int digits, Unit unit) {
        if (scaled == 0 || !Double.isFinite(scaled)) {
            return 0;
        }
        if (unit.symbol().equals("B")) {
            return bytesDecimals(scaled, digits);
        }
        BigDecimal rounded = BigDecimal.valueOf(scaled).round(new MathContext(digits));
        int decimals = Math.max(0, digits - (rounded.precision() - rounded.scale()));
        return digits > MOST_DIGITS || scaled < 0.01 ? decimals : Math.min(MOST_DECIMALS, decimals);
    }

    /** Bytes come whole; a part of one is shown where the whole would hide it. */
    private static int bytesDecimals(double bytes, int digits) {
        if (digits > MOST_DIGITS) {
            return digits - MOST_DIGITS;
        }
        boolean whole = Math.abs(bytes - Math.rint(bytes)) < 0.05;
        return Math.abs(bytes) >= 10 || whole ? 0 : Math.abs(bytes) >= 1 ? 1 : 2;
    }

    private static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
        if (rounded.signum() == 0) {
            return "0";
        }
        if (tooLong(rounded)) {
            return scientific(rounded);
        }
        int whole = rounded.precision() - rounded.scale();
        return rounded.setScale(Math.max(0, digits - whole), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private static boolean tooLong(BigDecimal number) {
        int whole = number.precision() - number.scale();
        return number.signum() != 0 && (whole > 7 || whole < -2);
    }

    private static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        String mantissa =
                number.movePointLeft(exponent).round(new MathContext(DIGITS)).toPlainString();
        return stripped(mantissa) + "e" + exponent;
    }

    private static String plain(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return tooLong(rounded) ? scientific(rounded) : rounded.toPlainString();
    }

    private static String fixed(double value, int decimals) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : NONE;
    }

    private static String stripped(String number) {
        return number.contains(".") ? number.replaceFirst("0+$", "").replaceFirst("\\.$", "") : number;
    }

    /** Whether two amounts in words are the same number of the same unit. */
    private static boolean sameNumber(String left, String right) {
        int leftUnit = left.lastIndexOf(' ');
        int rightUnit = right.lastIndexOf(' ');
        return left.substring(leftUnit + 1).equals(right.substring(rightUnit + 1))
                && stripped(left.substring(0, Math.max(0, leftUnit)))
                        .equals(stripped(right.substring(0, Math.max(0, rightUnit))));
    }
}
