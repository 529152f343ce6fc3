package dev.clnrm.bench.github;

import java.util.List;

/**
 * A check run.
 *
 * @param name as branch protection names it
 * @param message its key, order and commit; the text is its summary
 * @param title the verdict in a few words
 * @param conclusion how it ended
 * @param breaches what is shown beside lines of files
 * @param details where more is to be seen; empty for nowhere
 */
public record CheckRun(
        String name, Message message, String title, Conclusion conclusion, List<Breach> breaches, String details) {
    public CheckRun {
        breaches = List.copyOf(breaches);
    }

    /** How a check ended. */
    public enum Conclusion {
        /** Nothing fails. */
        SUCCESS,
        /** Nothing fails, and not all is known. */
        NEUTRAL,
        /** It fails. */
        FAILURE
    }
}
