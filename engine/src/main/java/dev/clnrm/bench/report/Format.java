package dev.clnrm.bench.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms a report is printed in. */
public enum Format {
    /** For a terminal. */
    TABLE,
    /** For programs: a stable interface. */
    JSON,
    /** For spreadsheets. */
    CSV,
    /** For GitHub: the comment of two sides, the summary of one. */
    MARKDOWN,
    /** For what shows tests. */
    JUNIT;

    /** What renders it. */
    public Renderer renderer(Style style) {
        return switch (this) {
            case TABLE -> new TableReport(style, true);
            case JSON -> new JsonReport();
            case CSV -> new CsvReport();
            case MARKDOWN -> Templates.own()::markdown;
            case JUNIT -> new JunitReport();
        };
    }

    /** As written on the command line: {@code table}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format written so. */
    public static Optional<Format> ofWord(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }
}
