package dev.clnrm.bench.os;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Prepares other programs to be started. */
public final class Program {
    private Program() {}

    /**
     * A program that has nothing to read and sees no other variables than these.
     *
     * @param command the program and its arguments
     * @param variables all that it sees
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
}
