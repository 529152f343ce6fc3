package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Time;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Amounts with units outside a file, written as in a file. */
public final class Quantities {
    private static final Pattern AMOUNT = Pattern.compile("\\s*(\\d{1,12}(?:\\.\\d{1,12})?)\\s*(\\S{1,4})\\s*");

    private Quantities() {}

    /** The time that {@code 500 ms} or {@code 10min} says, if it says one. */
    public static Optional<Time> time(String text) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return AmountKind.TIME
                .factor(matcher.group(2))
                .map(factor -> new BigDecimal(matcher.group(1)).multiply(factor))
                .filter(seconds -> seconds.compareTo(AmountKind.TIME.most()) <= 0)
                .map(seconds -> new Time(seconds.doubleValue()));
    }
}
