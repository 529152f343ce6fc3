package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/** The store of test executions could not perform an operation; nothing of the rejected or failed call is stored. */
public final class IntelligenceException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** The reason of the failure. */
    public enum Reason {
        /** The service was not started, or has stopped. */
        NOT_RUNNING,
        /** The service was started while it was running. */
        ALREADY_RUNNING,
        /** A batch has more executions than one transaction allows. */
        BATCH_TOO_LARGE,
        /** The file is another database, a database of a later version, or not a database. */
        WRONG_DATABASE,
        /** The database could not be opened, read or written. */
        STORAGE_FAILED
    }

    private final Reason reason;

    /**
     * A failure with the texts of its message.
     *
     * @param where the service and its file
     * @param what the problem, as a clause that starts in lower case
     * @param help what the caller can do about it
     */
    public IntelligenceException(Reason reason, String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
        this.reason = reason;
    }

    /** The reason of the failure, for decisions in code. */
    public Reason reason() {
        return reason;
    }
}
