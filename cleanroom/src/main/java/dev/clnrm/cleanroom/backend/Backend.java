package dev.clnrm.cleanroom.backend;

import dev.clnrm.cleanroom.BackendException;

/** Runs the steps of a scenario. Implementations are safe for concurrent use. */
public interface Backend {
    /** A short name for messages and audit records. */
    String name();

    /**
     * Whether a malicious step can affect only itself: it has no network, no access to other processes, and no files it could
     * change.
     */
    boolean isolates();

    /**
     * Runs a command on this thread and waits for it.
     *
     * <p>An interruption of the thread ends the command: everything that it started is ended, and its output so far is returned
     * as {@link Execution#ended() ended}. A command that does not exist has exit code {@value Execution#NOT_FOUND}, one that may
     * not be executed {@value Execution#NOT_EXECUTABLE}.
     *
     * @throws BackendException if the backend itself fails, independent of the command
     */
    Execution execute(Invocation invocation);
}
