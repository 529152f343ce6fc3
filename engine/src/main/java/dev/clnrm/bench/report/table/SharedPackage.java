package dev.clnrm.bench.report.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The package that names of benchmarks share. It is printed once and omitted from each name. */
final class SharedPackage {
    private static final Pattern PACKAGE = Pattern.compile("((?:[^/]*/)?(?:[a-z_][A-Za-z0-9_]*\\.)+)[A-Z].*");

    private SharedPackage() {}

    /** The package of all names, with its final dot, and with the suite if the names have one; empty if they share none. */
    static String of(Stream<String> names) {
        return names.map(PACKAGE::matcher)
                .map(matcher -> matcher.matches() ? matcher.group(1) : "")
                .reduce(SharedPackage::common)
                .orElse("");
    }

    /** A text without the shared package in its names of cases. */
    static String leftOut(String shared, String text) {
        return shared.isEmpty() ? text : text.replace("/" + shared, "/");
    }

    /** {@code Text.parse(String)} for {@code com.acme.Text.parse(String)}. */
    static String classOf(String name) {
        Matcher matcher = PACKAGE.matcher(name);
        return matcher.matches() ? name.substring(matcher.end(1)) : name;
    }

    private static String common(String left, String right) {
        int at = 0;
        while (at < Math.min(left.length(), right.length()) && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        return left.substring(0, left.lastIndexOf('.', at - 1) + 1);
    }
}
