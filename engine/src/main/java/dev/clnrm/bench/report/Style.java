package dev.clnrm.bench.report;

import dev.clnrm.bench.report.table.Display;

/**
 * How a report for people looks.
 *
 * @param width how many columns there are; longer lines only if the numbers of a table need them
 * @param palette its colours
 * @param wide whether tables show every column and every name in full, however wide they are
 */
public record Style(int width, Palette palette, boolean wide) {
    /** The width if the reader's is not known: what a table of long names needs, and half of a wide screen. */
    public static final int WIDTH = 120;

    /** Less cannot hold the columns of a table. */
    public static final int NARROWEST = 80;

    /** More makes a row hard to follow. */
    public static final int WIDEST = 160;

    /** Longer lines of prose are hard to read, however wide the terminal. */
    private static final int PROSE = 100;

    /** No colours, width unknown. */
    public static final Style PLAIN = new Style(WIDTH, Palette.NONE);

    public Style {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** Tables as wide as there is room. */
    public Style(int width, Palette palette) {
        this(width, palette, false);
    }

    /** The same with tables as wide as they need. */
    public Style wide(boolean asked) {
        return new Style(width, palette, asked);
    }

    /** Text after a painted key, in lines as wide as sentences are; with a line feed at its end. */
    public String hung(String indent, Palette.Role role, String key, String text) {
        String all = String.join("\n", Display.hung(indent + key + " ", text, prose()));
        return indent + palette.paint(role, key) + all.substring(indent.length() + key.length()) + "\n";
    }

    /** How wide sentences are. */
    public int prose() {
        return Math.min(PROSE, width);
    }
}
