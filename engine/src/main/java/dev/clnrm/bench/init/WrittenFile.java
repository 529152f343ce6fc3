package dev.clnrm.bench.init;

/**
 * The outcome for one file.
 *
 * @param name its name, relative to the project
 * @param text its content, or the lines that are added to it
 * @param outcome the outcome
 * @param reason why it was not written; empty if it was written
 */
public record WrittenFile(String name, String text, Outcome outcome, String reason) {
    /** The possible outcomes. */
    public enum Outcome {
        /** It is new. */
        WRITTEN,
        /** It existed, and lines were added. */
        ADDED_TO,
        /** It existed and is unchanged. */
        KEPT,
        /** It could not be written. */
        FAILED
    }
}
