package dev.clnrm.cleanroom;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a mistyped name most likely means. */
final class NearestName {
    private NearestName() {}

    /** The closest known name, if at most a third of the characters differ. */
    static Optional<String> of(String asked, Collection<String> known) {
        int limit = Math.max(1, asked.length() / 3);
        return known.stream()
                .filter(name -> distance(asked, name) <= limit)
                .min(Comparator.<String>comparingInt(name -> distance(asked, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance (1966), by the two-row method of Wagner and Fischer (1974). */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
