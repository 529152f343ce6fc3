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
        return plain(BigDecimal.valueOf(share).movePointRight(2)) + " %";
    }

    /** A number without a unit. */
    static String number(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
