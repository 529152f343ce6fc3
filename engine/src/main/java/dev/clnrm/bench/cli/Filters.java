package dev.clnrm.bench.cli;

import dev.clnrm.bench.model.CaseName;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Cases found by parts of their names, as {@code run} finds them; a benchmark of JMH also by what JMH calls it. */
final class Filters {
    private Filters() {}

    /** Whether one of the filters finds the case; upper and lower case count alike. */
    static boolean any(List<String> filters, CaseName name) {
        String text = name.toString().toLowerCase(Locale.ROOT);
        String dotted = text.replace('/', '.');
        return filters.stream()
                .map(f -> f.toLowerCase(Locale.ROOT))
                .anyMatch(sought -> found(sought, text) || found(sought.replace('/', '.'), dotted));
    }

    private static boolean found(String sought, String text) {
        return sought.contains("*")
                ? Pattern.matches(Pattern.quote(sought).replace("*", "\\E.*\\Q"), text)
                : text.contains(sought);
    }
}
