package dev.clnrm.cleanroom.backend;

import dev.clnrm.cleanroom.BackendException;

/** What the steps of a scenario run on. Implementations are safe for concurrent use. */
public interface Backend {
    /** A short name for messages and audit records. */
    String name();

    /** Whether a step that means harm can reach nothing but itself: no network, no other process, no file it may change. */
    boolean isolates();

    /**
     * Runs a command on this thread and waits for it.
     *
     * <p>An interruption of the thread asks for the end of the command: everything it started is ended then, and what it
     * printed until then is returned, {@link Execution#ended() ended}. A command that does not exist gives exit code {@value
     * Execution#NOT_FOUND}, one that may not be executed {@value Execution#NOT_EXECUTABLE}.
     *
     * @throws BackendException if the backend itself fails, whatever the command is
     */
    Execution execute(Invocation invocation);
}
