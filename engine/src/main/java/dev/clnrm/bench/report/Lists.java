package dev.clnrm.bench.report;

import java.util.List;

/** Several things in one sentence. */
public final class Lists {
    private Lists() {}

    /** {@code a, b, c and 2 more}. */
    public static String some(List<String> names, int most) {
        if (names.size() <= most) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }
}
