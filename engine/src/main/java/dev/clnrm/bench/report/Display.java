package dev.clnrm.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The width of text on a terminal, in columns. */
public final class Display {
    /**
     * The first and last code points of ranges that take two columns: classes W and F of Unicode Standard Annex 11, and
     * pictographs. Unassigned gaps between ranges are included.
     */
    private static final int[] WIDE = {
        0x1100, 0x115f, 0x231a, 0x231b, 0x2329, 0x232a, 0x23e9, 0x23ec, 0x23f0, 0x23f0, 0x23f3, 0x23f3, 0x25fd, 0x25fe,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267f, 0x267f, 0x2693, 0x2693, 0x26a1, 0x26a1, 0x26aa, 0x26ab, 0x26bd, 0x26be,
        0x26c4, 0x26c5, 0x26ce, 0x26ce, 0x26d4, 0x26d4, 0x26ea, 0x26ea, 0x26f2, 0x26f3, 0x26f5, 0x26f5, 0x26fa, 0x26fa,
        0x26fd, 0x26fd, 0x2705, 0x2705, 0x270a, 0x270b, 0x2728, 0x2728, 0x274c, 0x274c, 0x274e, 0x274e, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27b0, 0x27b0, 0x27bf, 0x27bf, 0x2b1b, 0x2b1c, 0x2b50, 0x2b50, 0x2b55, 0x2b55,
        0x2e80, 0x303e, 0x3041, 0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f,
        0xff00, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x1b2ff, 0x1f004, 0x1f004, 0x1f0cf, 0x1f0cf, 0x1f18e, 0x1f18e, 0x1f191,
        0x1f19a, 0x1f200, 0x1f320, 0x1f32d, 0x1f335, 0x1f337, 0x1f37c, 0x1f37e, 0x1f393, 0x1f3a0, 0x1f3ca, 0x1f3cf,
        0x1f3d3, 0x1f3e0, 0x1f3f0, 0x1f3f4, 0x1f3f4, 0x1f3f8, 0x1f43e, 0x1f440, 0x1f440, 0x1f442, 0x1f4fc, 0x1f4ff,
        0x1f53d, 0x1f54b, 0x1f567, 0x1f57a, 0x1f57a, 0x1f595, 0x1f596, 0x1f5a4, 0x1f5a4, 0x1f5fb, 0x1f64f, 0x1f680,
        0x1f6c5, 0x1f6cc, 0x1f6cc, 0x1f6d0, 0x1f6d2, 0x1f6d5, 0x1f6df, 0x1f6eb, 0x1f6ec, 0x1f6f4, 0x1f6fc, 0x1f7e0,
        0x1f7f0, 0x1f90c, 0x1f9ff, 0x1fa70, 0x1faff, 0x20000, 0x3fffd
    };

    /** The end of a line of a command that the next line continues. */
    private static final String CONTINUED = " \\";

    private Display() {}

    /** The number of columns that the text takes. */
    public static int width(String text) {
        return text.codePoints().map(Display::width).sum();
    }

    /** The text with blanks after it, up to a width. */
    public static String left(String text, int width) {
        return text + blanks(width - width(text));
    }

    /** The text with blanks before it, up to a width. */
    public static String right(String text, int width) {
        return blanks(width - width(text)) + text;
    }

    public static String blanks(int count) {
        return " ".repeat(Math.max(0, count));
    }

    /** The text in at most this many columns; {@code …} replaces its end if it is longer. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        return start(text, Math.max(0, columns - 1)) + "…";
    }

    /** The text in at most this many columns; {@code …} replaces its middle if it is longer. */
    public static String shortened(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        int room = Math.max(0, columns - 1);
        String start = start(text, room - room / 2);
        String end = end(text, room / 2);
        return (start.endsWith("…") ? start : start + "…") + (end.startsWith("…") ? end.substring(1) : end);
    }

    /**
     * The text in lines of at most this many columns, broken at blanks. A longer word is broken after a dot, slash, comma or brace,
     * or anywhere if it has none.
     */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (line.length() > 0 && width(line.toString()) + 1 + width(rest) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            while (width(rest) > columns && line.length() == 0) {
                String part = broken(start(rest, columns));
                if (part.isEmpty()) {
                    break;
                }
                lines.add(part);
                rest = rest.substring(part.length());
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /**
     * Words of a command, in lines of at most this many columns if no word is longer. Each line but the last ends in {@code \}, so that
     * a shell reads them as one.
     */
    public static List<String> command(List<String> words, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words) {
            if (!line.isEmpty() && width(line) + 1 + width(word) > columns - CONTINUED.length()) {
                lines.add(line + CONTINUED);
                line = "";
            }
            line += (line.isEmpty() ? "" : " ") + word;
        }
        lines.add(line);
        return lines;
    }

    /** The start of a long word to its last dot, slash, comma or brace, if that is in its second half. */
    private static String broken(String start) {
        int at = 1
                + IntStream.of('.', '/', ',', '{').map(start::lastIndexOf).max().orElse(-1);
        return at > start.length() / 2 ? start.substring(0, at) : start;
    }

    /** The text after a key, in lines of at most this many columns; further lines are aligned with its first word. */
    public static List<String> hung(String key, String text, int columns) {
        int indent = width(key);
        List<String> lines = new ArrayList<>();
        for (String line : wrap(text, columns - indent)) {
            lines.add(((lines.isEmpty() ? key : blanks(indent)) + line).stripTrailing());
        }
        return lines;
    }

    /** As many characters of the start as fit. */
    private static String start(String text, int columns) {
        int to = text.length();
        while (to > 0 && width(text.substring(0, to)) > columns) {
            to = text.offsetByCodePoints(to, -1);
        }
        return text.substring(0, to);
    }

    /** As many characters of the end as fit. */
    private static String end(String text, int columns) {
        int from = 0;
        while (from < text.length() && width(text.substring(from)) > columns) {
            from = text.offsetByCodePoints(from, 1);
        }
        return text.substring(from);
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        for (int i = 0; i < WIDE.length && WIDE[i] <= c; i += 2) {
            if (c <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }
}
