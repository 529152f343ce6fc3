package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/** A policy forbids a scenario, or what it demands, such as an audit record, could not be had. */
public final class PolicyException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** A refusal at that place; see {@link CleanroomException} for what the texts are. */
    public PolicyException(String where, String what, String help, @Nullable Throwable cause) {
        super(where, what, help, cause);
    }
}
