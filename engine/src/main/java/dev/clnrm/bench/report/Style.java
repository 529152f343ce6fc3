package dev.clnrm.bench.report;

/**
 * The appearance of a report for people.
 *
 * @param width the number of columns; lines are longer only if the numbers of a table need it
 * @param palette its colours
 * @param wide whether tables show every column and every name in full, however wide they become
 */
public record Style(int width, Palette palette, boolean wide) {
    /** The width if the terminal's width is unknown: enough for a table with long names, and half of a wide screen. */
    public static final int WIDTH = 120;

    /** The smallest width: a narrower table cannot hold its columns. */
    public static final int NARROWEST = 80;

    /** The largest width: a wider row is hard to follow. */
    public static final int WIDEST = 160;

    /** The largest width of sentences: longer lines are hard to read, however wide the terminal is. */
    private static final int PROSE = 100;

    /** A style without colours, for an unknown width. */
    public static final Style PLAIN = new Style(WIDTH, Palette.NONE);

    public Style {
        width = Math.max(NARROWEST, Math.min(WIDEST, width));
    }

    /** A style with tables that fit the width. */
    public Style(int width, Palette palette) {
        this(width, palette, false);
    }

    /** The same, with tables as wide as they need if requested. */
    public Style wide(boolean asked) {
        return new Style(width, palette, asked);
    }

    /** Text after a coloured key, wrapped at the width of sentences; it ends in a line feed. */
    public String hung(String indent, Palette.Role role, String key, String text) {
        String all = String.join("\n", Display.hung(indent + key + " ", text, prose()));
        return indent + palette.paint(role, key) + all.substring(indent.length() + key.length()) + "\n";
    }

    /** The width of sentences. */
    public int prose() {
        return Math.min(PROSE, width);
    }
}
