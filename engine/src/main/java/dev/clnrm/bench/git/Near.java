package dev.clnrm.bench.git;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names of revisions near to a wrong one: the same behind a slash, or few characters away (Levenshtein 1966). */
final class Near {
    private static final int MOST = 3;
    private static final int LONGEST = 200;

    private Near() {}

    static List<String> to(String wrong, Collection<String> names) {
        if (wrong.length() > LONGEST) {
            return List.of();
        }
        int limit = Math.max(1, wrong.length() / 3);
        record Candidate(String name, int distance) {}
        return names.stream()
                .filter(name -> name.length() <= LONGEST)
                .map(name -> new Candidate(name, Math.min(distance(wrong, name), distance(wrong, behindRemote(name)))))
                .filter(candidate -> candidate.distance <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name)
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static String behindRemote(String name) {
        return name.substring(name.indexOf('/') + 1);
    }

    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] last = new int[b.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
            }
            last = row;
        }
        return last[b.length()];
    }
}
