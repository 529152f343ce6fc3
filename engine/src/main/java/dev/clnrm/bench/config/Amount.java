package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.math.BigDecimal;

/**
 * A number of the file, converted to its base unit.
 *
 * @param value the number; a valid one for a stand-in
 * @param spot the number's position
 * @param reading the file; a silent reading for a stand-in
 * @param sound whether the number could be read
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

    /** Whether this amount is below another; always false for a stand-in. */
    boolean below(Amount other) {
        return sound && other.sound && value < other.value;
    }

    /** A share in percent, with all its digits, so that parsing the text gives the same number. */
    static String share(double share) {
        return plain(BigDecimal.valueOf(share).movePointRight(2)) + " %";
    }

    /** A number without a unit, with all its digits. */
    static String number(double number) {
        return plain(BigDecimal.valueOf(number));
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
