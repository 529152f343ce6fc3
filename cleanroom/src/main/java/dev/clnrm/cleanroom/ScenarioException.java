package dev.clnrm.cleanroom;

/** A scenario did not do what its caller took for granted. */
public final class ScenarioException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** A failure at that place; see {@link CleanroomException} for what the texts are. */
    public ScenarioException(String where, String what, String help) {
        super(where, what, help, null);
    }
}
