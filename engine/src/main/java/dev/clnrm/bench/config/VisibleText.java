package dev.clnrm.bench.config;

import java.util.regex.Pattern;

/** Text from outside, with a visible character in place of each that would steer a terminal, a log or the order of a line. */
public final class VisibleText {
    private static final int LONGEST_QUOTE = 60;

    /** More marks than these on one character grow over the lines above it. */
    private static final int MOST_MARKS = 4;

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private VisibleText() {}

    /**
     * The text without control characters, which become their pictures (U+2400 on), and without formatting characters, line separators,
     * private and unpaired characters, which become U+FFFD. A log of GitHub Actions takes {@code ##[} for the start of a command wherever
     * it stands; its bracket becomes a wide one.
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

    /** What a program printed, without the sequences that colour it. */
    public static String uncoloured(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }

    /** The text as a message quotes it: in backticks, cut where it is long. */
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
