package dev.clnrm.bench.report;

import dev.clnrm.bench.config.VisibleText;

/** Text from outside, made harmless to whoever shows it. */
public final class Inert {
    /** A longer name is cut in its middle: both the benchmark and its parameters' values stay readable. */
    static final int LONGEST_NAME = 120;

    /** A longer text is cut at its end. */
    static final int LONGEST_TEXT = 500;

    /** A longer command is cut at its end: a class path may be long. */
    static final int LONGEST_COMMAND = 4000;

    private Inert() {}

    /** The text as {@link VisibleText} shows it. */
    public static String text(String text) {
        return VisibleText.text(text);
    }

    /** A name, inert and cut in its middle if it is long. */
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

    /** A sentence, inert and cut at its end if it is long. */
    public static String sentence(String text) {
        return line(start(text, LONGEST_TEXT));
    }

    /** A line a process printed, as a sentence, without colours and its tabs made blanks. */
    public static String printed(String line) {
        return sentence(VisibleText.uncoloured(line).replace("\t", "    "));
    }

    /** A command to be run again, inert and cut at its end if it is very long. */
    public static String command(String text) {
        return text(start(text, LONGEST_COMMAND));
    }

    /**
     * Text that may come to stand at the start of a line, where {@code ::} begins a command of GitHub Actions; text of nothing but
     * blanks is shown as what it is.
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
