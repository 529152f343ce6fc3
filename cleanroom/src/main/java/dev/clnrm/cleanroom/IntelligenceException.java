package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/** The store of test executions could not do what was asked of it; nothing of the refused or failed call is kept. */
public final class IntelligenceException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** What kept the store from it. */
    public enum Reason {
        /** The service was not started, or has stopped. */
        NOT_RUNNING,
        /** The service was started while it ran. */
        ALREADY_RUNNING,
        /** A batch holds more executions than one transaction takes. */
        BATCH_TOO_LARGE,
        /** The file is a database of something else, or of a later version, or no database. */
        WRONG_DATABASE,
        /** The database could not be opened, read or written. */
        STORAGE_FAILED
    }

    private final Reason reason;

    /**
     * A failure in the words a reader needs.
     *
     * @param where the service and its file
     * @param what the problem, as a clause that starts in lower case
     * @param help what the caller can do about it
     */
    public IntelligenceException(Reason reason, String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
        this.reason = reason;
    }

    /** What kept the store from it, to decide by. */
    public Reason reason() {
        return reason;
    }
}
