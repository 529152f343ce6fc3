package dev.clnrm.cleanroom;

/** A scenario failed although its caller required success. */
public final class ScenarioException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    /** A failure; see {@link CleanroomException} for the texts. */
    public ScenarioException(String where, String what, String help) {
        super(where, what, help, null);
    }
}
