package dev.clnrm.bench.report;

/**
 * How a report for people looks.
 *
 * @param width how many columns there are; longer lines only where a name leaves no choice
 * @param palette its colours
 */
public record Style(int width, Palette palette) {
    /** Where the reader's width is not known: what a table of long names needs, and half of a wide screen. */
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

    /** How wide sentences are. */
    int prose() {
        return Math.min(PROSE, width);
    }
}
