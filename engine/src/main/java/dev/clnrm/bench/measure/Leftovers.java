package dev.clnrm.bench.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Processes a fork started and left behind, and forks whose own controller was killed. A process that ended has no
 * children any more, but they still have the fork's {@code HOME}, which no other process has. They are found by it if the system
 * shows the environment of processes.
 */
public final class Leftovers {
    /** How the name of a controller's folder for temporary files begins; its process's number follows. */
    public static final String PREFIX = "clnrm-bench-";

    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern CONTROLLER = Pattern.compile("/" + PREFIX + "(\\d{1,18})-");

    /** A process may start another while it is looked for. */
    private static final int SWEEPS = 3;

    private Leftovers() {}

    /** Ends every process whose {@code HOME} this is. */
    static void end(Path home) {
        end(home.toString()::equals, process -> true);
    }

    /** Ends every fork whose controller is gone: it would disturb what is measured now. */
    static void endOrphans() {
        end(Leftovers::orphaned, Leftovers::countsAlike);
    }

    private static boolean orphaned(String home) {
        Matcher controller = CONTROLLER.matcher(home);
        return controller.find()
                && ProcessHandle.of(Long.parseLong(controller.group(1))).isEmpty();
    }

    /** Whether numbers of processes mean the same for it: in a container, that of its controller is another process out here. */
    private static boolean countsAlike(ProcessHandle process) {
        return space(process.pid()).equals(space(ProcessHandle.current().pid()));
    }

    private static Optional<Path> space(long pid) {
        try {
            return Optional.of(
                    Files.readSymbolicLink(PROCESSES.resolve(Long.toString(pid)).resolve("ns/pid")));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static void end(Predicate<String> homes, Predicate<ProcessHandle> which) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            List<ProcessHandle> found = ProcessHandle.allProcesses()
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .filter(process -> home(process).filter(homes).isPresent())
                    .filter(which)
                    .toList();
            if (found.isEmpty()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static Optional<String> home(ProcessHandle process) {
        Path environment = PROCESSES.resolve(Long.toString(process.pid())).resolve("environ");
        try {
            String variables = new String(Files.readAllBytes(environment), StandardCharsets.UTF_8);
            return Stream.of(variables.split("\0", -1))
                    .filter(variable -> variable.startsWith("HOME="))
                    .map(variable -> variable.substring("HOME=".length()))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
