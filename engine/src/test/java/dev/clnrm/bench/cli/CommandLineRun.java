package dev.clnrm.bench.cli;

import dev.clnrm.bench.os.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The program run to its end.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it said beside that
 */
record CommandLineRun(int status, String out, String err) {
    private static final long LONGEST_SECONDS = 300;

    /** Runs it in a JVM of its own, as people do. */
    static CommandLineRun of(String... args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("command-line-run-");
        try {
            Process process = start(folder, folder, args);
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LONGEST_SECONDS + " s: " + List.of(args));
            }
            return ended(folder, process);
        } finally {
            Scratch.delete(folder);
        }
    }

    /** What a process that was started in the folder and has ended said. */
    static CommandLineRun ended(Path folder, Process process) throws IOException {
        return new CommandLineRun(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt")),
                Files.readString(folder.resolve("err.txt")));
    }

    /**
     * Starts it in a JVM of its own, which prints to {@code out.txt} and {@code err.txt} in the folder.
     *
     * @param temporary where it puts temporary files
     */
    static Process start(Path folder, Path temporary, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    /** Whether the program took the fault for its own. */
    boolean stackTrace() {
        return (out + err).lines().anyMatch(line -> line.matches("\\s+at .*"));
    }
}
