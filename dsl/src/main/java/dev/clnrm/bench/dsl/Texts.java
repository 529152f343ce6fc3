package dev.clnrm.bench.dsl;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers inside the names of laws. */
final class Texts {
    private Texts() {}

    /** The shortest plain form to six digits: {@code 10}, {@code 0.95}. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value, new MathContext(6)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
