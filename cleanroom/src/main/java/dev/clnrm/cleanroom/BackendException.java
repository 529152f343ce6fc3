package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/** What a scenario's steps are to run on is not there, or broke. The cause is what the system said, where it said anything. */
public final class BackendException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** A failure of the backend at that place; see {@link CleanroomException} for what the texts are. */
    public BackendException(String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
    }
}
