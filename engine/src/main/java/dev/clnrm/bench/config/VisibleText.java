package dev.clnrm.bench.config;

import java.util.regex.Pattern;

/**
 * Makes foreign text safe to show: replaces each character that would control a terminal, a log or the text direction with a visible one.
 */
public final class VisibleText {
    private static final int LONGEST_QUOTE = 60;

    /** The most combining marks on one character; more of them cover the lines above it. */
    private static final int MOST_MARKS = 4;

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private VisibleText() {}

    /**
     * The text with control characters replaced by their symbols (from U+2400 on); formatting characters, line separators, private and
     * unpaired characters become U+FFFD. GitHub Actions interprets {@code ##[} anywhere in a log as the start of a command, so its
     * bracket becomes a full-width one.
     */
    public static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            int type = Character.getType(c);
            marks = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? marks + 1 : 0;
            out.appendCodePoint(marks > MOST_MARKS ? 0xfffd : character(c, type));
        }
        return out.toString().replace("##[", "##［");
    }

    /** The output of a program without colour codes. */
    public static String uncoloured(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }

    /** The text quoted for a message: in backticks, and shortened if it is long. */
    static String quote(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_QUOTE) {
            return '`' + text(text) + '`';
        }
        return '`' + text(text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE))) + "…`";
    }

    private static int character(int c, int type) {
        if (c < 0x20) {
            return 0x2400 + c;
        }
        if (c == 0x7f) {
            return 0x2421;
        }
        return switch (type) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> 0xfffd;
            default -> c;
        };
    }
}
