package dev.clnrm.bench.config;

import dev.clnrm.bench.model.CaseName;
import java.util.List;
import java.util.Locale;

/**
 * A part of a case's name, as given on the command line. Upper and lower case are equal, {@code *} matches any characters, and a JMH
 * benchmark also matches by its JMH name.
 *
 * @param word the part
 */
public record CaseFilter(String word) {
    public static boolean any(List<String> words, CaseName name) {
        return words.stream().anyMatch(word -> new CaseFilter(word).finds(name));
    }

    /** Whether the name, or the pattern of a name, contains the word. */
    public boolean finds(CaseName name) {
        String sought = word.toLowerCase(Locale.ROOT);
        String text = name.toString().toLowerCase(Locale.ROOT);
        return contains(text, sought) || contains(text.replace('/', '.'), sought.replace('/', '.'));
    }

    private static boolean contains(String text, String sought) {
        return new Glob("*" + sought + "*").matches(text);
    }
}
