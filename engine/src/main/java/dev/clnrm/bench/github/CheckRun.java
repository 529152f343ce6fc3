package dev.clnrm.bench.github;

import java.util.List;

/**
 * A check run.
 *
 * @param name as in branch protection
 * @param message its key, order and commit; the text is its summary
 * @param title the verdict in a few words
 * @param conclusion its result
 * @param breaches the annotations at lines of files
 * @param details the address with more details; empty if there is none
 */
public record CheckRun(
        String name, Message message, String title, Conclusion conclusion, List<Breach> breaches, String details) {
    public CheckRun {
        breaches = List.copyOf(breaches);
    }

    /** The result of a check, from good to bad. */
    public enum Conclusion {
        /** Nothing fails. */
        SUCCESS,
        /** Nothing fails, but something is unknown. */
        NEUTRAL,
        /** It fails. */
        FAILURE
    }
}
