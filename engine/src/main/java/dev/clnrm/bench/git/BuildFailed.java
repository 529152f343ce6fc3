package dev.clnrm.bench.git;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A build with an exit status other than 0. */
public final class BuildFailed extends CheckoutException {
    private static final Pattern OF_JDK =
            Pattern.compile("(?i)(source|target) (option|release|value)|release version|class file (major )?version"
                    + "|UnsupportedClassVersion|requires? (at least )?(a )?(JDK|JVM|Java)|Java version");

    /** An error, but not the heading of Maven's errors. */
    private static final Pattern ERROR = Pattern.compile("^(?!.*COMPILATION ERROR).*(ERROR|error:|FAILED)");

    private final List<String> lastLines;
    private final List<String> errors;

    BuildFailed(String message, String help, List<String> lastLines, List<String> errors) {
        super(message, help);
        this.lastLines = List.copyOf(lastLines);
        this.errors = List.copyOf(errors);
    }

    /** The end of its output, at most {@value Build#LAST_LINES} lines. */
    public List<String> lastLines() {
        return lastLines;
    }

    /** The first line of its output that tells an error, or the last line; empty if it printed nothing. */
    public Optional<String> firstError() {
        return Stream.of(errors, lastLines)
                .flatMap(List::stream)
                .filter(line -> ERROR.matcher(line).find())
                .findFirst()
                .or(() -> lastLines.stream().filter(line -> !line.isBlank()).reduce((one, next) -> next))
                .map(String::strip);
    }

    /** Whether the JDK caused the failure: old code does not build on every new JDK. */
    public boolean ofJdk() {
        return Stream.concat(lastLines.stream(), errors.stream())
                .anyMatch(line -> OF_JDK.matcher(line).find());
    }

    /** The lines with compiler errors and their details, with paths relative to the tree; a few if there are many. */
    public List<String> errors() {
        return errors;
    }
}
