package dev.clnrm.bench.config;

import java.math.BigDecimal;

/** Amounts written so that reading them gives the very same number. */
final class Exact {
    private static final BigDecimal KIB = BigDecimal.valueOf(1024);

    private Exact() {}

    /** A time in the unit in which its digits are fewest before the point without being none. */
    static String time(double seconds) {
        BigDecimal value = decimal(seconds);
        if (value.compareTo(BigDecimal.ONE) >= 0 || value.signum() == 0) {
            return plain(value) + " s";
        }
        if (value.compareTo(new BigDecimal("1e-3")) >= 0) {
            return plain(value.movePointRight(3)) + " ms";
        }
        return value.compareTo(new BigDecimal("1e-6")) >= 0
                ? plain(value.movePointRight(6)) + " us"
                : plain(value.movePointRight(9)) + " ns";
    }

    /** An amount of memory in bytes, or in KiB when that is a whole number. */
    static String bytes(double bytes) {
        BigDecimal value = decimal(bytes);
        boolean kib = value.signum() > 0 && value.remainder(KIB).signum() == 0;
        return kib ? plain(value.divideToIntegralValue(KIB)) + " KiB" : plain(value) + " B";
    }

    /** A share in percent. */
    static String share(double share) {
        return plain(decimal(share).movePointRight(2)) + " %";
    }

    /** A number without a unit. */
    static String number(double number) {
        return plain(decimal(number));
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(Double.toString(value));
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.precision() - stripped.scale() > 21 || stripped.scale() > 20
                ? stripped.toString()
                : stripped.toPlainString();
    }
}
