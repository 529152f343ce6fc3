package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/** The backend of a scenario's steps is not available, or failed. The cause is the system's own error, if there is one. */
public final class BackendException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** A failure of the backend; see {@link CleanroomException} for the texts. */
    public BackendException(String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
    }
}
