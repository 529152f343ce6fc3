package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Diagnostics as people read them, after the manner of compilers:
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

    private final Paint paint;

    private DiagnosticRenderer(Paint paint) {
        this.paint = paint;
    }

    /** Renders without colours. */
    public static DiagnosticRenderer plain() {
        return new DiagnosticRenderer((part, text) -> text);
    }

    /** Renders with {@code paint} over every part. */
    public static DiagnosticRenderer painted(Paint paint) {
        return new DiagnosticRenderer(paint);
    }

    /** The parts of a rendered diagnostic that may have a colour. */
    public enum Part {
        PLACE,
        ERROR,
        WARNING,
        CARET,
        NOTE,
        HELP
    }

    /** Gives a part its colour. */
    @FunctionalInterface
    public interface Paint {
        /** The text with whatever switches the colour on before it and off after it. */
        String over(Part part, String text);
    }

    /** All of them, one after the other; every line ends in a line feed. */
    public String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(this::render).collect(Collectors.joining());
    }

    /** One of them; every line ends in a line feed. */
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        Place place = diagnostic.place();
        Part severity =
                switch (diagnostic.severity()) {
                    case ERROR -> Part.ERROR;
                    case WARNING -> Part.WARNING;
                };
        out.append(paint.over(Part.PLACE, place + ":"))
                .append(' ')
                .append(paint.over(severity, diagnostic.severity().word() + ":"))
                .append(' ')
                .append(diagnostic.message())
                .append('\n');
        diagnostic.source().filter(line -> place.line() > 0).ifPresent(line -> snippet(diagnostic, line, out));
        for (String note : diagnostic.notes()) {
            out.append(MARGIN)
                    .append(paint.over(Part.NOTE, "note:"))
                    .append(' ')
                    .append(note)
                    .append('\n');
        }
        diagnostic.help().ifPresent(help -> out.append(MARGIN)
                .append(paint.over(Part.HELP, "help:"))
                .append(' ')
                .append(help)
                .append('\n'));
        return out.toString();
    }

    private void snippet(Diagnostic diagnostic, String line, StringBuilder out) {
        int[] all = line.codePoints().toArray();
        int caret = Math.max(diagnostic.place().column() - 1, 0);
        int from = 0;
        int to = all.length;
        if (to > WIDEST) {
            from = Math.max(0, Math.min(caret - BEFORE, to - WIDEST));
            to = from + WIDEST;
        }
        String before = from > 0 ? "…" : "";
        String after = to < all.length ? "…" : "";
        String shown = before + new String(all, from, to - from) + after;
        String number = String.valueOf(diagnostic.place().line());
        out.append(" ".repeat(Math.max(0, 5 - number.length())))
                .append(number)
                .append(" | ")
                .append(shown.stripTrailing())
                .append('\n');
        if (diagnostic.place().column() > 0) {
            int width = Math.max(1, Math.min(diagnostic.width(), to - caret));
            out.append(" ".repeat(Math.max(6, number.length() + 1)))
                    .append("| ")
                    .append(" ".repeat(before.length() + Math.max(0, caret - from)))
                    .append(paint.over(Part.CARET, "^".repeat(width)))
                    .append('\n');
        }
    }
}
