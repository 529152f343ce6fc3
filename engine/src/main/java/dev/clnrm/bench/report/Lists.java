package dev.clnrm.bench.report;

import java.util.List;

/** Several things in one sentence. */
final class Lists {
    private Lists() {}

    /** {@code a, b, c and 2 more}. */
    static String some(List<String> names, int most) {
        if (names.size() <= most) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }
}
