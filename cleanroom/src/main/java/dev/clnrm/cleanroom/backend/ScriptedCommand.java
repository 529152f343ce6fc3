package dev.clnrm.cleanroom.backend;

/** A command of the {@link InProcessBackend}, written in Java. It must be safe for concurrent use if its scenarios are concurrent. */
@FunctionalInterface
public interface ScriptedCommand {
    /**
     * Runs the command.
     *
     * @throws InterruptedException if it was interrupted; a command that ignores interruption cannot be ended
     * @throws Exception if it fails; the exit code is then 1, with the exception as error output
     */
    Execution run(Invocation invocation) throws Exception;
}
