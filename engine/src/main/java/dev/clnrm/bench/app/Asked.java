package dev.clnrm.bench.app;

import dev.clnrm.bench.plan.Request;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.terminal.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request for a run.
 *
 * @param file the budgets file of the project
 * @param environment the variables of this program
 * @param request the cases to measure, and the effort
 * @param timeoutSeconds the time after which a fork is killed if no iteration ends
 * @param keeping where the run is stored
 * @param command the command that can resume the run
 * @param arguments the arguments that repeat exactly this run
 * @param terminal the terminal for the progress
 * @param quiet whether progress is hidden
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

    /** The same request, but it resumes an unfinished run. The order of forks stays the same. */
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

    /** The same request, but the run is added to no store. */
    Asked keptHere() {
        return new Asked(
                file,
                environment,
                request,
                timeoutSeconds,
                new Keeping(keeping.out(), keeping.resumed(), Optional.empty()),
                command,
                arguments,
                terminal,
                quiet);
    }

    /** Prints a text beside the result, unless progress is hidden. */
    void say(String text) {
        if (!quiet) {
            terminal.say(text);
        }
    }
}
