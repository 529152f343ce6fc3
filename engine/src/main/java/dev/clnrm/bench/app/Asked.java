package dev.clnrm.bench.app;

import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as somebody asks for it.
 *
 * @param file the project's file
 * @param environment the variables this program sees
 * @param request which cases are measured, and how hard
 * @param timeoutSeconds how long a fork may go without an iteration ending before it is killed
 * @param keeping how it is kept
 * @param command the command that can go on with it
 * @param arguments the words that ask for this very run again
 * @param terminal where progress is shown
 * @param quiet whether no progress is shown
 */
public record Asked(
        Path file,
        Map<String, String> environment,
        Request request,
        double timeoutSeconds,
        Keeping keeping,
        String command,
        List<String> arguments,
        Terminal terminal,
        boolean quiet) {
    public Asked {
        environment = Map.copyOf(environment);
        arguments = List.copyOf(arguments);
    }

    /** The same, going on with a run that did not end, in the order of forks that it began with. */
    Asked goingOnWith(Path run) {
        return new Asked(
                file,
                environment,
                request.seeded(RunFolder.read(run).request().seed()),
                timeoutSeconds,
                new Keeping(keeping.out(), Optional.of(run), keeping.store()),
                command,
                arguments,
                terminal,
                quiet);
    }

    /** Tells people beside the result. */
    void say(String text) {
        if (!quiet) {
            terminal.say(text);
        }
    }
}
