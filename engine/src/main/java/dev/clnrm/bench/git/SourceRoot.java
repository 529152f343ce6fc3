package dev.clnrm.bench.git;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder that sources are compiled from.
 *
 * @param path relative to the repository: {@code benchmarks/src/main/java}; empty for the repository itself
 */
public record SourceRoot(String path) {
    /** The layout of Maven, Gradle and sbt: module, source set, language. */
    private static final Pattern LAYOUT = Pattern.compile("(?:(.*)/)?src/([^/]+)/[^/]+");

    /** The usual names of modules with benchmarks. */
    private static final Pattern OF_BENCHMARKS =
            Pattern.compile("(?i)(.*[^a-z])?(jmh|(micro-?)?bench(es|marks?|marking)?|perf(-?tests?)?)([^a-z].*)?");

    private static final String MAIN = "main";

    /** Whether it is a source set other than {@code main}. A project ships what is compiled from {@code main}. */
    public boolean besideMain() {
        Matcher layout = LAYOUT.matcher(path);
        return layout.matches() && !layout.group(2).equals(MAIN);
    }

    /** Whether its module's own folder is named after benchmarks. */
    public boolean namedAfterBenchmarks() {
        Matcher layout = LAYOUT.matcher(path);
        String module = layout.matches() ? Optional.ofNullable(layout.group(1)).orElse("") : path;
        return OF_BENCHMARKS
                .matcher(module.substring(module.lastIndexOf('/') + 1))
                .matches();
    }

    /** Whether a path is in it, or among the resources of the same source set. */
    public boolean holds(String file) {
        return file.startsWith(path + "/") || isResource(file);
    }

    /** Whether a path is among the resources of the same source set. */
    public boolean isResource(String file) {
        Matcher layout = LAYOUT.matcher(path);
        return layout.matches() && file.startsWith(path.substring(0, path.lastIndexOf('/')) + "/resources/");
    }
}
