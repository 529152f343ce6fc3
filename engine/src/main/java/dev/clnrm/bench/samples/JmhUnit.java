package dev.clnrm.bench.samples;

import java.util.Map;
import java.util.Optional;

/**
 * The meaning of JMH's score units.
 *
 * @param rate whether it counts operations per time
 * @param scale of the time unit: its seconds, or its part of a second
 * @param part whether {@code scale} is a divisor: the powers of ten below a second are exact only as divisors
 */
public record JmhUnit(boolean rate, double scale, boolean part) {
    private static final Map<String, JmhUnit> TIMES = Map.of(
            "ns", new JmhUnit(false, 1e9, true),
            "us", new JmhUnit(false, 1e6, true),
            "\u00b5s", new JmhUnit(false, 1e6, true),
            "\u03bcs", new JmhUnit(false, 1e6, true),
            "ms", new JmhUnit(false, 1e3, true),
            "s", new JmhUnit(false, 1, false),
            "min", new JmhUnit(false, 60, false),
            "hr", new JmhUnit(false, 3600, false),
            "day", new JmhUnit(false, 86400, false));

    /** The unit with the text {@code us/op} or {@code ops/us}. */
    public static Optional<JmhUnit> of(String text) {
        if (text.endsWith("/op")) {
            return Optional.ofNullable(TIMES.get(text.substring(0, text.length() - "/op".length())));
        }
        if (text.startsWith("ops/")) {
            return Optional.ofNullable(TIMES.get(text.substring("ops/".length())))
                    .map(time -> new JmhUnit(true, time.scale, time.part));
        }
        return Optional.empty();
    }

    /** Whether this is a base unit: seconds or rates per second. */
    boolean isBase() {
        return scale == 1;
    }

    /** Converts a time to seconds per operation, or a rate to operations per second. */
    public double toBase(double value) {
        return rate == part ? value * scale : value / scale;
    }

    /** The seconds of a duration as JMH writes it: {@code 100 ms}; 0 for {@code single-shot}. */
    static Optional<Double> seconds(String text) {
        if (text.equals("single-shot")) {
            return Optional.of(0.0);
        }
        int unit = 0;
        while (unit < text.length() && !Character.isLetter(text.charAt(unit)) && text.charAt(unit) != '\u00b5') {
            unit++;
        }
        JmhUnit time = TIMES.get(text.substring(unit).strip());
        try {
            double value = Double.parseDouble(text.substring(0, unit).strip());
            return time == null ? Optional.empty() : Optional.of(time.toBase(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A duration as JMH writes it: a whole number of the largest unit that allows it. */
    static String text(double seconds) {
        long nanos = Math.round(seconds * 1e9);
        if (nanos <= 0) {
            return "single-shot";
        }
        if (nanos % 1_000_000_000 == 0) {
            return nanos / 1_000_000_000 + " s";
        }
        if (nanos % 1_000_000 == 0) {
            return nanos / 1_000_000 + " ms";
        }
        return nanos % 1_000 == 0 ? nanos / 1_000 + " us" : nanos + " ns";
    }
}
