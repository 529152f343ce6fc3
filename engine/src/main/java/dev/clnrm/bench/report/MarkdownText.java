package dev.clnrm.bench.report;

import java.util.List;
import java.util.stream.Collectors;

/** Makes untrusted text safe in GitHub-flavoured Markdown: it appears literally. */
public final class MarkdownText {
    private static final String COMMENT = "<!--";

    private MarkdownText() {}

    public static String name(Object name) {
        return code(Inert.name(name));
    }

    /** A sentence as code, because in running text a mention notifies people and a number becomes a link. */
    public static String sentence(String text) {
        return code(Inert.sentence(text));
    }

    /**
     * Safe text as code for a table cell. In a code span there, a backslash before a pipe and backticks cannot be written in a
     * way that all parsers understand. Text with them becomes an element in which every character is a character reference. So
     * does text that looks like the start of an HTML comment: a name must not imitate the hidden line that identifies our
     * comment.
     */
    public static String code(String inert) {
        if (!inert.isBlank()
                && inert.chars().noneMatch(c -> c == '|' || c == '`' || c == '\\')
                && !inert.contains(COMMENT)) {
            return "`" + inert.strip() + "`";
        }
        return element(inert);
    }

    /** Safe text as code inside an HTML element, where Markdown is not interpreted. */
    public static String element(String inert) {
        return "<code>" + references(inert) + "</code>";
    }

    /** Our own text for a narrow column: it is not broken at its blanks. */
    public static String unbroken(String words) {
        return words.replace(' ', '\u00a0');
    }

    /** Every character as a character reference. */
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

    /** Lines in a code fence that none of the lines can close. */
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
