package dev.clnrm.bench.report;

import dev.clnrm.bench.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** Formats decimal numbers for people. A number that is not finite is {@link #NONE}, never {@code NaN} or {@code Infinity}. */
public final class Decimals {
    /** Shown if there is no number. */
    public static final String NONE = "–";

    static final String RANGE = " … ";

    /** The digits of a number of unknown precision: enough to see 1 %. */
    static final int DIGITS = 3;

    /** The most digits of a measured number: repeated runs do not agree in more. */
    static final int MOST_DIGITS = 4;

    /** The most digits of a limit that the user wrote, and of a number that must be distinguished from it. */
    static final int EXACT_DIGITS = 9;

    private Decimals() {}

    /** A number without a unit, with the digits that its interval allows: {@code 1.02}. */
    static String number(double value, Optional<Interval> interval) {
        return significant(value, digits(value, interval));
    }

    /** A number as the user wrote it: {@code 0.95}. */
    public static String exact(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(EXACT_DIGITS));
        return tooLong(rounded) ? scientific(rounded) : stripped(rounded.toPlainString());
    }

    /**
     * The number of digits, so that the last one is about a tenth of the interval's half-width or more; between 2 and
     * {@link #MOST_DIGITS}.
     */
    static int digits(double value, Optional<Interval> interval) {
        if (interval.isEmpty() || value == 0) {
            return DIGITS;
        }
        double half = (interval.get().high() - interval.get().low()) / 2;
        double relative = half / Math.abs(value);
        return relative > 0
                ? (int) Math.max(2, Math.min(MOST_DIGITS, 2 - Math.floor(Math.log10(relative))))
                : MOST_DIGITS;
    }

    static String significant(double value, int digits) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(digits));
        if (rounded.signum() == 0) {
            return "0";
        }
        int whole = rounded.precision() - rounded.scale();
        return tooLong(rounded) ? scientific(rounded) : fixed(rounded, Math.max(0, digits - whole));
    }

    /** Whether a number needs an exponent. */
    static boolean tooLong(BigDecimal number) {
        int whole = number.precision() - number.scale();
        return number.signum() != 0 && (whole > 7 || whole < -2);
    }

    static String scientific(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        String mantissa =
                number.movePointLeft(exponent).round(new MathContext(DIGITS)).toPlainString();
        return stripped(mantissa) + "e" + exponent;
    }

    /** The number with this many decimals, or with an exponent if it is too long. */
    static String plain(double value, int decimals) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return tooLong(rounded) ? scientific(rounded) : rounded.toPlainString();
    }

    /** The number with this many decimals, however long it is. */
    static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? fixed(BigDecimal.valueOf(value), decimals) : NONE;
    }

    private static String fixed(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The number without trailing zeros in its decimals. */
    static String stripped(String number) {
        return number.contains(".") ? number.replaceFirst("0+$", "").replaceFirst("\\.$", "") : number;
    }
}
