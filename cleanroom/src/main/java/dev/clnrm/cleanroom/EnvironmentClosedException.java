package dev.clnrm.cleanroom;

/** The environment was used after {@link CleanroomEnvironment#close()} began. */
public final class EnvironmentClosedException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    EnvironmentClosedException(Session session) {
        super(
                session.place(),
                "the environment is closed",
                "open a new one with CleanroomEnvironment.open(), or close this one later",
                null);
    }
}
