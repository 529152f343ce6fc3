package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/** A policy forbids a scenario, or a requirement of it, such as an audit record, could not be met. */
public final class PolicyException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** A refusal; see {@link CleanroomException} for the texts. */
    public PolicyException(String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
    }
}
