package dev.clnrm.bench.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Formats diagnostics for people, in the style of compilers:
 *
 * <pre>
 * budgets.yaml:11:22: error: unknown unit `usec`
 *    11 |     time: at most 40 usec
 *       |                      ^^^^
 *       help: units of time are ns, us, ms, s, min
 * </pre>
 */
public final class DiagnosticRenderer {
    private static final String MARGIN = "      ";
    private static final int WIDEST = 100;
    private static final int BEFORE = 60;

    private DiagnosticRenderer() {}

    /** Formats all diagnostics, one after the other; every line ends with a line feed. */
    public static String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining());
    }

    /** Formats one diagnostic; every line ends with a line feed. */
    public static String render(Diagnostic diagnostic) {
        String level = diagnostic.warning() ? "warning" : "error";
        String first = diagnostic.place() + ": " + level + ": " + diagnostic.message() + "\n";
        String snippet = diagnostic
                .source()
                .filter(line -> diagnostic.place().line() > 0)
                .map(line -> snippet(diagnostic, line))
                .orElse("");
        String notes = diagnostic.notes().stream()
                .map(note -> MARGIN + "note: " + note + "\n")
                .collect(Collectors.joining());
        String help =
                diagnostic.help().map(text -> MARGIN + "help: " + text + "\n").orElse("");
        return first + snippet + notes + help;
    }

    private static String snippet(Diagnostic diagnostic, String line) {
        int[] all = line.codePoints().toArray();
        int caret = Math.max(diagnostic.place().column() - 1, 0);
        int from = all.length > WIDEST ? Math.max(0, Math.min(caret - BEFORE, all.length - WIDEST)) : 0;
        int to = Math.min(all.length, from + WIDEST);
        String before = from > 0 ? "…" : "";
        String shown = before + new String(all, from, to - from) + (to < all.length ? "…" : "");
        String number = String.valueOf(diagnostic.place().line());
        String snippet = " ".repeat(Math.max(0, 5 - number.length())) + number + " | " + shown.stripTrailing() + "\n";
        if (diagnostic.place().column() == 0) {
            return snippet;
        }
        return snippet
                + " ".repeat(Math.max(6, number.length() + 1))
                + "| "
                + " ".repeat(before.length() + Math.max(0, caret - from))
                + "^".repeat(Math.max(1, Math.min(diagnostic.width(), to - caret)))
                + "\n";
    }
}
