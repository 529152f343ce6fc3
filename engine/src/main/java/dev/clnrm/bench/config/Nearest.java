package dev.clnrm.bench.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the names most similar to a wrong one, by the number of characters to add, delete, replace or swap with their neighbour. */
public final class Nearest {
    private static final int MOST = 3;
    private static final int LONGEST = 200;
    private static final int LISTED = 16;

    private Nearest() {}

    /** At most three similar names, the most similar first. */
    public static List<String> to(String wrong, Collection<String> names) {
        int limit = Math.max(1, wrong.length() / 3);
        if (wrong.length() > LONGEST) {
            return List.of();
        }
        record Candidate(String name, int distance) {}
        return names.stream()
                .distinct()
                .filter(name -> Math.abs(name.length() - wrong.length()) <= limit)
                .map(name -> new Candidate(name, distance(wrong, name)))
                .filter(candidate -> candidate.distance <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /** The help for a wrong name: similar names, or all names if none is similar. */
    static String help(String wrong, Collection<String> names, String namesAre) {
        List<String> near = to(wrong, names);
        if (!near.isEmpty()) {
            return didYouMean(near);
        }
        String more = names.size() > LISTED ? ", … (" + names.size() + " in all)" : "";
        return names.isEmpty()
                ? ""
                : namesAre + " " + names.stream().limit(LISTED).collect(Collectors.joining(", ")) + more;
    }

    /** The help for a wrong value of few: all values. */
    static String helpAll(String wrong, Collection<String> values, String valuesAre) {
        return values.size() <= LISTED ? valuesAre + " " + String.join(", ", values) : help(wrong, values, valuesAre);
    }

    public static String didYouMean(List<String> names) {
        return names.stream().map(VisibleText::quote).collect(Collectors.joining(" or ", "did you mean ", "?"));
    }

    /** The optimal string alignment distance (Damerau 1964, without changing a swapped pair again). Upper and lower case are equal. */
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j] + 1, row[j - 1] + 1), last[j - 1] + change);
                if (i > 1
                        && j > 1
                        && same(a.charAt(i - 1), b.charAt(j - 2))
                        && same(a.charAt(i - 2), b.charAt(j - 1))) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
