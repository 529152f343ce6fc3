package dev.clnrm.bench.measure;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The exception of a benchmark, as JMH prints it: {@code <failure>}, an empty line, and a stack trace.
 *
 * @param message the throwable with its message
 * @param lines the trace without the frames that called the benchmark
 */
record Thrown(String message, List<String> lines) {
    private static final int LONGEST_MESSAGE = 2_000;

    /** The most lines that reports show. */
    private static final int MOST_LINES = 8;

    /** Frames that are the same in every benchmark. */
    private static final Pattern CALLERS =
            Pattern.compile("\\s*at (?:java\\.base/)?(?:java\\.lang\\.reflect\\.|java\\.lang\\.Thread\\.run\\(|"
                    + "java\\.util\\.concurrent\\.|jdk\\.internal\\.reflect\\.|sun\\.reflect\\.|org\\.openjdk\\.jmh\\.runner\\.|"
                    + "dev\\.clnrm\\.bench\\.(?:fork|dsl)\\.|.*\\.jmh_generated\\.|.*\\$\\$Lambda).*");

    Thrown {
        lines = List.copyOf(lines);
    }

    static Thrown of(String said) {
        List<String> trace = said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("<"))
                .toList();
        String first = trace.isEmpty() ? "JMH says that the benchmark failed, but not why" : trace.get(0);
        return new Thrown(cut(first.strip()), withoutCallers(trace));
    }

    /** The first lines of a trace, without the frames that are the same in every benchmark. */
    static List<String> withoutCallers(List<String> trace) {
        return trace.stream()
                .filter(line -> !CALLERS.matcher(line).matches())
                .map(Thrown::cut)
                .limit(MOST_LINES)
                .toList();
    }

    static String cut(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    }
}
