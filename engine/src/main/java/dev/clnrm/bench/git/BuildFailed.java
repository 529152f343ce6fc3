package dev.clnrm.bench.git;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A build that ended with another status than 0. */
public final class BuildFailed extends CheckoutException {
    private static final long serialVersionUID = 1L;

    private static final Pattern OF_JDK =
            Pattern.compile("(?i)(source|target) (option|release|value)|release version|class file (major )?version"
                    + "|UnsupportedClassVersion|requires? (at least )?(a )?(JDK|JVM|Java)|Java version");

    private final transient List<String> lastLines;
    private final transient List<String> errors;

    BuildFailed(String message, String help, List<String> lastLines, List<String> errors) {
        super(message, help);
        this.lastLines = List.copyOf(lastLines);
        this.errors = List.copyOf(errors);
    }

    /** The end of what it printed, at most {@value Build#LAST_LINES} lines. */
    public List<String> lastLines() {
        return lastLines;
    }

    /** Whether the build complains of the JDK: old code does not build on every new one. */
    public boolean ofJdk() {
        return Stream.concat(lastLines.stream(), errors.stream())
                .anyMatch(line -> OF_JDK.matcher(line).find());
    }

    /** The lines in which a compiler says what is wrong, and those of its details, with paths relative to the tree; a few of many. */
    public List<String> errors() {
        return errors;
    }
}
