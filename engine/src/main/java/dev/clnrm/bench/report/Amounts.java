package dev.clnrm.bench.report;

import static dev.clnrm.bench.report.Decimals.DIGITS;
import static dev.clnrm.bench.report.Decimals.EXACT_DIGITS;
import static dev.clnrm.bench.report.Decimals.MOST_DIGITS;
import static dev.clnrm.bench.report.Decimals.NONE;
import static dev.clnrm.bench.report.Decimals.RANGE;
import static dev.clnrm.bench.report.Decimals.fixed;
import static dev.clnrm.bench.report.Decimals.stripped;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Times and sizes in the units people read. */
public final class Amounts {
    /** The most decimals: no clock measures less than a thousandth of a nanosecond. */
    private static final int MOST_DECIMALS = 3;

    /** Fewer bytes than this are shown as 0 with two decimals. */
    private static final double NO_BYTE = 0.005;

    /** The ratio of the ends of an interval above which each end has a unit of its own. */
    private static final double APART = 10;

    private static final List<Unit> TIMES = List.of(
            new Unit("ns", 1e-9, 1000), new Unit("µs", 1e-6, 1000), new Unit("ms", 1e-3, 1000), new Unit("s", 1, 1000));

    private static final List<Unit> SIZES = List.of(
            new Unit("B", 1, 1024),
            new Unit("KiB", 1 << 10, 1024),
            new Unit("MiB", 1 << 20, 1024),
            new Unit("GiB", 1 << 30, 1024));

    private Amounts() {}

    /**
     * A unit for people.
     *
     * @param symbol as written after the number
     * @param base how many base units it stands for
     * @param up the number of it from which the next larger unit is used
     */
    private record Unit(String symbol, double base, double up) {
        static List<Unit> of(Metric metric) {
            return switch (metric) {
                case TIME -> TIMES;
                case ALLOCATION -> SIZES;
            };
        }

        /** The unit in which the rounded value is short enough to read: the smallest such unit. */
        static Unit of(Metric metric, double value, int digits) {
            List<Unit> units = of(metric);
            return units.stream()
                    .filter(unit -> Double.isFinite(value / unit.base))
                    .filter(unit -> Math.abs(Double.parseDouble(
                                    fixed(value / unit.base, unit.decimals(value / unit.base, digits))))
                            < unit.up)
                    .findFirst()
                    .orElse(units.get(units.size() - 1));
        }

        int decimals(double scaled, int digits) {
            if (scaled == 0 || !Double.isFinite(scaled)) {
                return 0;
            }
            if (isByte()) {
                return ofBytes(scaled, digits);
            }
            BigDecimal rounded = BigDecimal.valueOf(scaled).round(new MathContext(digits));
            int decimals = Math.max(0, digits - (rounded.precision() - rounded.scale()));
            return digits > MOST_DIGITS || scaled < 0.01 ? decimals : Math.min(MOST_DECIMALS, decimals);
        }

        /** The digits of a number of bytes: whole bytes, with decimals only if a whole number would hide them. */
        private static int ofBytes(double bytes, int digits) {
            if (digits > MOST_DIGITS) {
                return digits - MOST_DIGITS;
            }
            boolean whole = Math.abs(bytes - Math.rint(bytes)) < 0.05;
            return Math.abs(bytes) >= 10 || whole ? 0 : Math.abs(bytes) >= 1 ? 1 : 2;
        }

        boolean isByte() {
            return symbol.equals("B");
        }
    }

    /** An amount of unknown precision: {@code 128 µs}, {@code 3.91 KiB}. */
    public static String amount(Metric metric, double value) {
        return shown(metric, value, DIGITS, false);
    }

    /** An amount as the user wrote it: {@code 200 µs}, {@code 1.5 KiB}. */
    public static String limit(Metric metric, double value) {
        return shown(metric, value, EXACT_DIGITS - 3, true);
    }

    /** An estimate with the digits that its interval allows: {@code 128.7 µs}; with four digits if there is no interval. */
    public static String estimate(Metric metric, Estimate estimate) {
        boolean unknown = metric == Metric.TIME && estimate.interval().isEmpty();
        return estimate.value()
                .map(value ->
                        shown(metric, value, unknown ? MOST_DIGITS : digits(metric, value, estimate.interval()), false))
                .orElse(NONE);
    }

    /** An estimate with enough digits to distinguish it from a limit. */
    public static String against(Metric metric, double value, Optional<Interval> interval, double limit) {
        String exact = limit(metric, limit);
        int digits = digits(metric, value, interval);
        String text = shown(metric, value, digits, false);
        while (value != limit && digits < EXACT_DIGITS && sameNumber(text, exact)) {
            text = shown(metric, value, ++digits, false);
        }
        return text;
    }

    /** A difference with its sign and enough digits to distinguish it from a limit: {@code +256 B}. */
    static String change(Metric metric, double difference, double limit) {
        String amount = against(metric, Math.abs(difference), Optional.empty(), limit);
        return amount.startsWith("0 ") ? amount : (difference > 0 ? "+" : "-") + amount;
    }

    /** An interval, with both ends in one unit if that is readable: {@code 127.2 … 130.1 µs}. */
    public static String range(Metric metric, Interval interval) {
        return range(metric, interval, Double.NaN);
    }

    /** An interval with enough digits to distinguish its ends from a limit. */
    public static String range(Metric metric, Interval interval, double limit) {
        double low = interval.low();
        double high = interval.high();
        int digits = digits(metric, interval.estimate(), Optional.of(interval));
        if (high > APART * low || low < 0) {
            int few = Math.min(digits, DIGITS);
            return shown(metric, low, few, false) + RANGE + shown(metric, high, few, false);
        }
        Unit unit = Unit.of(metric, high, digits);
        while (true) {
            int decimals = unit.decimals(interval.estimate() / unit.base, digits);
            String from = fixed(low / unit.base, decimals);
            String to = fixed(high / unit.base, decimals);
            String exact = fixed(limit / unit.base, decimals);
            boolean told = (low == limit || !from.equals(exact)) && (high == limit || !to.equals(exact));
            if (told || digits >= EXACT_DIGITS) {
                return (from.equals(to) ? from : from + RANGE + to) + " " + unit.symbol;
            }
            digits++;
        }
    }

    private static String shown(Metric metric, double value, int digits, boolean stripped) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        Unit unit = Unit.of(metric, value, digits);
        double scaled = value / unit.base;
        BigDecimal rounded = BigDecimal.valueOf(scaled).round(new MathContext(digits));
        boolean none = unit.isByte() && digits <= MOST_DIGITS && Math.abs(scaled) < NO_BYTE;
        if (Decimals.tooLong(rounded) && !none) {
            return Decimals.scientific(rounded) + " " + unit.symbol;
        }
        String text = fixed(scaled, unit.decimals(scaled, digits));
        return (stripped ? stripped(text) : text) + " " + unit.symbol;
    }

    /** The digits of an amount. Sizes in bytes are nearly exact, so more digits do not help a reader. */
    private static int digits(Metric metric, double value, Optional<Interval> interval) {
        int digits = Decimals.digits(value, interval);
        return switch (metric) {
            case TIME -> digits;
            case ALLOCATION -> Math.min(DIGITS, digits);
        };
    }

    /** Whether two formatted amounts have the same number and the same unit. */
    private static boolean sameNumber(String left, String right) {
        String[] one = left.split(" ", 2);
        String[] other = right.split(" ", 2);
        return one[one.length - 1].equals(other[other.length - 1])
                && stripped(one[0]).equals(stripped(other[0]));
    }
}
