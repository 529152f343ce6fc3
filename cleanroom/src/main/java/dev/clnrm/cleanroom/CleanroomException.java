package dev.clnrm.cleanroom;

import org.jspecify.annotations.Nullable;

/**
 * An operation that the cleanroom could not perform. The message contains the place, the problem and, after {@code help:}, the
 * advice.
 *
 * <p>The subclasses are a closed set, so that a caller can decide by type: a wrong name ({@link NameException}), a use after
 * closing ({@link EnvironmentClosedException}), a service or container that failed ({@link ServiceException},
 * {@link ContainerException}), a store of executions that failed ({@link IntelligenceException}), a scenario that failed, was
 * refused, or had no backend ({@link ScenarioException}, {@link PolicyException}, {@link BackendException}), and a close that
 * could not end everything ({@link CloseException}).
 */
public abstract sealed class CleanroomException extends RuntimeException
        permits BackendException,
                CloseException,
                ContainerException,
                EnvironmentClosedException,
                IntelligenceException,
                NameException,
                PolicyException,
                ScenarioException,
                ServiceException {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String what;
    private final String help;

    CleanroomException(String where, String what, String help, @Nullable Throwable cause) {
        super(where + ": " + what + "\n  help: " + help, cause);
        this.where = where;
        this.what = what;
        this.help = help;
    }

    /** The place of the problem: the session, and in it the service or container. */
    public final String where() {
        return where;
    }

    /** The problem, as a clause that starts in lower case. */
    public final String what() {
        return what;
    }

    /** What the caller can do about it. */
    public final String help() {
        return help;
    }

    /** A short description of a failure in foreign code: its message, or its type if it has none. */
    static String describe(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
