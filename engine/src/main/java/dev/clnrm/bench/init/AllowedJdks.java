package dev.clnrm.bench.init;

import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JDKs that the maven-enforcer-plugin allows, in the syntax of {@code requireJavaVersion}: {@code [11,12),[25,26)}, or {@code 17} for
 * JDK 17 and all newer ones.
 */
record AllowedJdks(String ranges) {
    private static final String VERSION = "(?:1\\.)?([0-9]{1,3})(?:[.0-9_-]{0,20})";
    private static final Pattern RANGE = Pattern.compile(
            "([\\[(])\\s{0,9}(?:" + VERSION + ")?\\s{0,9}(?:(,)\\s{0,9}(?:" + VERSION + ")?\\s{0,9})?([])])");
    private static final Pattern FROM = Pattern.compile("\\s*" + VERSION + "\\s*");

    /** The oldest allowed JDK with long-term support; empty if none is allowed or the ranges cannot be parsed. */
    OptionalInt oldestSupported() {
        return RequiredJdk.SUPPORTED.stream()
                .mapToInt(release -> release)
                .filter(this::allows)
                .findFirst();
    }

    private boolean allows(int release) {
        Matcher from = FROM.matcher(ranges);
        if (from.matches()) {
            return release >= Integer.parseInt(from.group(1));
        }
        return RANGE.matcher(ranges).results().anyMatch(range -> within(range, release));
    }

    private static boolean within(MatchResult range, int release) {
        int low = range.group(2) == null ? 0 : Integer.parseInt(range.group(2));
        boolean one = range.group(3) == null;
        int high = one ? low : range.group(4) == null ? Integer.MAX_VALUE : Integer.parseInt(range.group(4));
        boolean belowHigh = range.group(5).equals("]") ? release <= high : release < high;
        boolean aboveLow = release > low || (release == low && range.group(1).equals("["));
        return aboveLow && belowHigh;
    }
}
