package dev.clnrm.bench.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands a project wants to be run around its measurement, one after the other. A command that fails is noted and changes
 * nothing else: what was measured stays measured.
 *
 * @param directory the project's folder
 * @param run the folder of the run, which each command is told
 * @param notes gets a clause for each command that fails
 */
record HookCommands(Path directory, Path run, List<String> notes) {
    /**
     * Runs them.
     *
     * @param when the hook's name in the file, for the note
     * @param variables added to the environment of each
     */
    void run(String when, List<String> commands, Map<String, String> variables) {
        for (String command : commands) {
            try {
                ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                        .directory(directory.toFile())
                        .redirectInput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
                builder.environment().put("CLNRM_RUN", run.toAbsolutePath().toString());
                builder.environment().putAll(variables);
                int status = builder.start().waitFor();
                if (status != 0) {
                    notes.add("hook " + when + " ended with status " + status + ": " + command);
                }
            } catch (IOException e) {
                notes.add("hook " + when + " could not be run: " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                notes.add("hook " + when + " was interrupted: " + command);
            }
        }
    }
}
