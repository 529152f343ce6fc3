package dev.clnrm.bench.report;

import java.util.List;
import java.util.stream.Collectors;

/** Text from outside for GitHub-flavoured Markdown: it shows as it is and means nothing. */
public final class MarkdownText {
    private static final String COMMENT = "<!--";

    private MarkdownText() {}

    /** A name as code. */
    public static String name(Object name) {
        return code(Inert.name(name));
    }

    /** A sentence as code: in running text a mention notifies and a number links. */
    public static String sentence(String text) {
        return code(Inert.sentence(text));
    }

    /**
     * Inert text as code that may stand in a cell of a table. A backslash before a pipe, and backticks, have no way to be written in
     * a code span there that all readers agree on; such text is an element with every sign spelled as a character reference. So is
     * what looks like the start of a comment: the hidden line by which a comment is found again stands in no name.
     */
    public static String code(String inert) {
        if (!inert.isBlank()
                && inert.chars().noneMatch(c -> c == '|' || c == '`' || c == '\\')
                && !inert.contains(COMMENT)) {
            return "`" + inert.strip() + "`";
        }
        return element(inert);
    }

    /** Inert text as code where Markdown is not read: inside an element of HTML. */
    public static String element(String inert) {
        return "<code>" + references(inert) + "</code>";
    }

    /** Words of ours for a narrow column: not broken at their blanks. */
    public static String unbroken(String words) {
        return words.replace(' ', '\u00a0');
    }

    /** Every sign as a character reference. */
    private static String references(String inert) {
        StringBuilder out = new StringBuilder();
        inert.codePoints().forEach(c -> {
            if (c > 0x7f || Character.isLetterOrDigit(c) || c == ' ') {
                out.appendCodePoint(c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }

    /** Lines in a fence no line of them can close. */
    public static String fenced(List<String> lines) {
        if (lines.stream().anyMatch(line -> line.contains(COMMENT))) {
            return lines.stream()
                    .map(MarkdownText::references)
                    .collect(Collectors.joining("\n", "<pre>\n", "\n</pre>\n"));
        }
        String text = String.join("\n", lines);
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence + "text\n" + text + "\n" + fence + "\n";
    }
}
