package dev.clnrm.bench.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Formats probabilities. */
public final class Probabilities {
    /** The smallest probability that is shown as a number. */
    private static final double LEAST = 0.0001;

    private Probabilities() {}

    /** {@code 0.0003}, {@code < 0.0001}. */
    public static String probability(double p) {
        if (!Double.isFinite(p)) {
            return Decimals.NONE;
        }
        if (p < LEAST) {
            return "< 0.0001";
        }
        BigDecimal rounded = BigDecimal.valueOf(p).round(new MathContext(2));
        return rounded.setScale(Math.min(4, Math.max(2, rounded.scale())), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** The same, with enough digits to distinguish it from the significance level. */
    public static String probability(double p, double level) {
        String text = probability(p);
        if (!Double.isFinite(p) || p < LEAST) {
            return text;
        }
        for (int digits = 3;
                digits <= Decimals.EXACT_DIGITS && p < level != Double.parseDouble(text) < level;
                digits++) {
            text = BigDecimal.valueOf(p).round(new MathContext(digits)).toPlainString();
        }
        return text;
    }
}
