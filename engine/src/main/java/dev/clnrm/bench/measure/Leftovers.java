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
 * Finds and kills processes that a fork started and left behind, and forks whose own controller was killed. The children of an ended
 * process belong to it no longer, but they still have the fork's {@code HOME}, which no other process has. They are found by it if the
 * system shows the environment of processes.
 */
public final class Leftovers {
    /** The prefix of a controller's folder for temporary files; its process id follows. */
    public static final String PREFIX = "clnrm-bench-";

    private static final Path PROCESSES = Path.of("/proc");
    private static final Pattern CONTROLLER = Pattern.compile("/" + PREFIX + "(\\d{1,18})-");

    /** The number of passes: a process may start another during a pass. */
    private static final int SWEEPS = 3;

    private Leftovers() {}

    /** Kills every process with this {@code HOME}. */
    static void end(Path home) {
        end(home.toString()::equals, process -> true);
    }

    /** Kills every fork whose controller is gone, because it would disturb the measurement. */
    static void endOrphans() {
        end(Leftovers::orphaned, Leftovers::countsAlike);
    }

    private static boolean orphaned(String home) {
        Matcher controller = CONTROLLER.matcher(home);
        return controller.find()
                && ProcessHandle.of(Long.parseLong(controller.group(1))).isEmpty();
    }

    /**
     * Whether the process is in the same PID namespace: a controller's process id in a container may belong to another process outside of
     * it.
     */
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
