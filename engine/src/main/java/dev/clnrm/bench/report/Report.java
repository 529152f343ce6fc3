package dev.clnrm.bench.report;

/** A run made into text. */
public interface Report {
    /** All of it; every line ends in a line feed. */
    String render(RunView view);

    /** The report of a format. */
    static Report of(Format format, Style style) {
        return switch (format) {
            case TABLE -> new TableReport(style);
            case JSON -> new JsonReport();
            case CSV -> new CsvReport();
            case MARKDOWN -> view -> Templates.own().summary(view, Occasion.of(Links.NONE));
            case JUNIT -> new JunitReport();
        };
    }
}
