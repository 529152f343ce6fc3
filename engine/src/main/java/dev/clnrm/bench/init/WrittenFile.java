package dev.clnrm.bench.init;

/**
 * What became of a file.
 *
 * @param name its name, relative to the project
 * @param text what it says, or the lines that are added to it
 * @param outcome what became of it
 * @param reason why it was not written; empty if it was
 */
public record WrittenFile(String name, String text, Outcome outcome, String reason) {
    /** What can become of a file. */
    public enum Outcome {
        /** It was not there. */
        WRITTEN,
        /** It was there, and a line was added. */
        ADDED_TO,
        /** It was there, and stays as it is. */
        KEPT,
        /** It could not be written. */
        FAILED
    }
}
