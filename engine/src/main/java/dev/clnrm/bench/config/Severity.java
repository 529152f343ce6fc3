package dev.clnrm.bench.config;

/** How much a finding matters. */
public enum Severity {
    /** Nothing is measured while it stands. */
    ERROR("error"),
    /** Worth knowing; the measurement goes on. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The word people read. */
    public String word() {
        return word;
    }
}
