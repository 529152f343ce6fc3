package dev.clnrm.bench.git;

import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Builds a work tree. */
public final class Build {
    /** How much of the end of a failed build's output is shown. */
    static final int LAST_LINES = 20;

    private static final int TAIL_BYTES = 64 << 10;

    private Build() {}

    /**
     * Runs a command by the shell and waits for it. Interrupted, it ends the command and all it started.
     *
     * @param tree where it is run
     * @param command as {@code budgets.yaml} says it
     * @param environment the variables this program sees; a build sees only those it needs
     * @param log the file all it prints is written to
     * @throws BuildFailed if it ends with another status than 0
     * @throws CheckoutException if it cannot be started, or its output not written
     */
    public static void run(Path tree, String command, Map<String, String> environment, Path log)
            throws CheckoutException, InterruptedException {
        ProcessBuilder builder = Program.of(
                        List.of("/bin/sh", "-c", command), tree, PassedVariables.BUILD.in(environment))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        int status;
        try {
            Process process = builder.start();
            try {
                status = process.waitFor();
            } catch (InterruptedException e) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw e;
            }
        } catch (IOException e) {
            throw new CheckoutException("the build command `" + command + "` could not be run: " + e.getMessage(), "");
        }
        if (status != 0) {
            throw new BuildFailed("the build command `" + command + "` ended with status " + status, tail(log), log);
        }
    }

    private static List<String> tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = Files.size(log);
            file.seek(Math.max(0, length - TAIL_BYTES));
            byte[] bytes = new byte[(int) Math.min(length, TAIL_BYTES)];
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
