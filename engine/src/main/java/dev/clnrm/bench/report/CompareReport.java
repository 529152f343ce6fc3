package dev.clnrm.bench.report;

/** A comparison made into text. */
public interface CompareReport {
    /** All of it; every line ends in a line feed. */
    String render(CompareView view);

    /** The report of a format. */
    static CompareReport of(Format format, Style style) {
        return switch (format) {
            case TABLE -> new CompareTable(style, true);
            case JSON -> new CompareJson();
            case CSV -> new CompareCsv();
            case MARKDOWN -> view -> Templates.own().comment(view, Occasion.of(Links.NONE));
            case JUNIT -> new CompareJunit();
        };
    }
}
