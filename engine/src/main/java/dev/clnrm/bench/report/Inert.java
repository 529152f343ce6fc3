package dev.clnrm.bench.report;

import dev.clnrm.bench.config.VisibleText;

/** Makes untrusted text safe to show. */
public final class Inert {
    /**
     * The most characters of a name. A longer name is cut in the middle, so that the benchmark and the values of its parameters
     * stay readable.
     */
    static final int LONGEST_NAME = 120;

    /** The most characters of a text; a longer text is cut at its end. */
    static final int LONGEST_TEXT = 500;

    /** The most characters of a command; a longer command is cut at its end. A class path may be long. */
    static final int LONGEST_COMMAND = 4000;

    private Inert() {}

    /** The text as {@link VisibleText} shows it. */
    public static String text(String text) {
        return VisibleText.text(text);
    }

    /** A safe name, cut in the middle if it is long. */
    public static String name(Object name) {
        String text = name.toString();
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST_NAME) {
            return line(text);
        }
        int half = LONGEST_NAME / 2;
        return line(text.substring(0, text.offsetByCodePoints(0, half)))
                + "…"
                + line(text.substring(text.offsetByCodePoints(text.length(), 1 - half)));
    }

    /** A safe line in full, for programs that tell texts apart. */
    public static String full(Object text) {
        return line(text.toString());
    }

    /** A safe sentence, cut at its end if it is long. */
    public static String sentence(String text) {
        return line(start(text, LONGEST_TEXT));
    }

    /** A line that a process printed, as a safe sentence: without colours, and with blanks instead of tabs. */
    public static String printed(String line) {
        return sentence(VisibleText.uncoloured(line).replace("\t", "    "));
    }

    /** A safe command for copying, cut at its end if it is very long. */
    public static String command(String text) {
        return text(start(text, LONGEST_COMMAND));
    }

    /**
     * Text that is safe at the start of a line, where {@code ::} begins a command of GitHub Actions. Text that contains only
     * blanks is made visible.
     */
    private static String line(String text) {
        return text.isBlank() ? text(text).replace(' ', '␠') : text(text).replace("::", "∷");
    }

    private static String start(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
