package dev.clnrm.bench.os;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Starts other programs. */
public final class Program {
    private Program() {}

    /**
     * A program without input that sees only these variables.
     *
     * @param command the program and its arguments
     * @param variables all its environment variables
     */
    public static ProcessBuilder of(List<String> command, Path directory, Map<String, String> variables) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        ProcessBuilder program = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File(windows ? "NUL" : "/dev/null"));
        program.environment().clear();
        program.environment().putAll(variables);
        return program;
    }

    /**
     * Runs a program to its end and returns its exit status. If interrupted, it ends the program and all its child processes.
     *
     * @param elapsed receives the seconds since the start, about once a second
     */
    public static int run(ProcessBuilder program, LongConsumer elapsed) throws IOException, InterruptedException {
        return waitFor(program.start(), elapsed);
    }

    /**
     * Waits for a started program and returns its exit status. If interrupted, it ends the program and all its child processes.
     *
     * @param elapsed receives the seconds since the start, about once a second
     */
    public static int waitFor(Process process, LongConsumer elapsed) throws InterruptedException {
        long begin = System.nanoTime();
        try {
            do {
                elapsed.accept(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
            } while (!process.waitFor(1, TimeUnit.SECONDS));
            return process.exitValue();
        } catch (InterruptedException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw e;
        }
    }
}
