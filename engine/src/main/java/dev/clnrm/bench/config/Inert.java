package dev.clnrm.bench.config;

/** Text from a file, made harmless to whoever shows it. */
final class Inert {
    private static final int LONGEST_QUOTE = 60;

    private Inert() {}

    /**
     * The text with one visible character for each that would steer a terminal or reorder the line: control characters become
     * their pictures (U+2400 on), formatting characters, line separators and unpaired surrogates U+FFFD.
     */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(Inert::character).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** The text as a message quotes it: inert, in backticks, cut where it is long. */
    static String quote(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_QUOTE) {
            return '`' + text(text) + '`';
        }
        return '`' + text(text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE))) + "…`";
    }

    private static int character(int c) {
        if (c < 0x20) {
            return 0x2400 + c;
        }
        if (c == 0x7f) {
            return 0x2421;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> 0xfffd;
            default -> c;
        };
    }
}
