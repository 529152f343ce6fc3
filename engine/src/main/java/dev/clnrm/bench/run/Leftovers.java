package dev.clnrm.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processes a fork started and left behind. Once a fork is gone its children are nobody's, but they still have the home it was given,
 * which no other process has: by that they are found, where the system shows the environment of processes.
 */
final class Leftovers {
    private static final Path PROCESSES = Path.of("/proc");

    /** A process may start another while it is looked for. */
    private static final int SWEEPS = 3;

    private Leftovers() {}

    /** Ends every process that was told that {@code home} is its home. */
    static void end(Path home) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            List<ProcessHandle> found = ProcessHandle.allProcesses()
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .filter(process -> lives(process, home))
                    .toList();
            if (found.isEmpty()) {
                return;
            }
            found.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean lives(ProcessHandle process, Path home) {
        Path environment = PROCESSES.resolve(Long.toString(process.pid())).resolve("environ");
        try {
            String variables = "\0" + new String(Files.readAllBytes(environment), StandardCharsets.UTF_8) + "\0";
            return variables.contains("\0HOME=" + home + "\0");
        } catch (IOException e) {
            return false;
        }
    }
}
