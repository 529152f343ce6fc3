package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.math.BigDecimal;

/**
 * A number of the file in its base unit.
 *
 * @param value the number; of a stand-in one that fits
 * @param spot where it stands
 * @param reading the file; a silent one for a stand-in
 * @param sound whether it could be read
 */
record Amount(double value, Spot spot, Reading reading, boolean sound) {
    Place place() {
        return spot.place();
    }

    void fault(String message) {
        reading.fault(spot, message, "");
    }

    void fault(String message, String note, String help) {
        reading.fault(spot, message, note, help);
    }

    /** Whether this is below another; never true of a stand-in. */
    boolean below(Amount other) {
        return sound && other.sound && value < other.value;
    }

    /** A share in percent, so that reading it gives the very same number. */
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

    static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.precision() - stripped.scale() > 21 || stripped.scale() > 20
                ? stripped.toString()
                : stripped.toPlainString();
    }
}
