package dev.clnrm.bench.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats counts, lists and durations. */
public final class Counts {
    private Counts() {}

    /** A count with its noun: {@code 1 fork}, {@code 6 forks}. */
    public static String count(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }

    /** A range of counts: {@code 6 to 15 forks}, {@code 6 forks}. */
    public static String range(long least, long most, String one) {
        return least == most ? count(most, one) : least + " to " + count(most, one);
    }

    /** {@code a, b, c and 2 more}. */
    public static String some(List<String> names, int most) {
        return names.size() <= most
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }

    /** Joins the parts that are not empty. */
    static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    /** A range of durations: {@code 20 s to 52 s}; a single duration if both look alike. */
    public static String durations(double least, double most) {
        String shortest = duration(least);
        String longest = duration(most);
        return shortest.equals(longest) ? longest : shortest + " to " + longest;
    }

    /** A duration: {@code 0.8 s}, {@code 45 s}, {@code 1 min 20 s}, {@code 2 h 5 min}. */
    public static String duration(double seconds) {
        if (!Double.isFinite(seconds)) {
            return Decimals.NONE;
        }
        double from0 = Math.max(0, seconds);
        if (from0 < 9.95) {
            return Decimals.stripped(Decimals.plain(from0, 1)) + " s";
        }
        long whole = Math.round(from0);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
        }
        long minutes = Math.round(from0 / 60);
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
