package dev.clnrm.bench.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms a run is printed in. */
public enum Format {
    /** For a terminal. */
    TABLE,
    /** For programs: a stable interface. */
    JSON,
    /** For spreadsheets. */
    CSV,
    /** For GitHub. */
    MARKDOWN,
    /** For what shows tests. */
    JUNIT;

    /** As written on the command line: {@code table}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format written so. */
    public static Optional<Format> ofWord(String word) {
        return Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
    }
}
