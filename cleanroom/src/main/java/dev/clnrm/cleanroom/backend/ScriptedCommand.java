package dev.clnrm.cleanroom.backend;

/** A command of the {@link InProcessBackend}, written in Java. Safe for concurrent use where its scenarios are. */
@FunctionalInterface
public interface ScriptedCommand {
    /**
     * Does what the command does.
     *
     * @throws InterruptedException if it was interrupted; a command that swallows interruption cannot be ended
     * @throws Exception if it fails; that is exit code 1, with the exception as error output
     */
    Execution run(Invocation invocation) throws Exception;
}
