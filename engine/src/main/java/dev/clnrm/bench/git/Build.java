package dev.clnrm.bench.git;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.VisibleText;
import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The command that builds a work tree.
 *
 * @param command a shell command, as in {@code budgets.yaml}
 * @param jdk the JDK it finds as {@code JAVA_HOME} and on its {@code PATH}; empty for those of this program's environment
 * @param guessed whether the command is a guess because nobody specified one
 */
public record Build(String command, Optional<Jvm> jdk, boolean guessed) {
    /** The most lines that are shown from the end of a failed build's output. */
    static final int LAST_LINES = 20;

    private static final int TAIL_BYTES = 64 << 10;

    /**
     * Runs the command and waits for it. If interrupted, it ends the command and all its child processes.
     *
     * @param tree the working folder
     * @param environment the variables of this program; a build sees only those it needs
     * @param log the file for the whole output
     * @param elapsed receives the seconds since the start, about once a second
     * @throws BuildFailed if the exit status is not 0
     * @throws CheckoutException if the command cannot be started, or its output not written
     */
    public void run(Path tree, Map<String, String> environment, Path log, LongConsumer elapsed)
            throws CheckoutException, InterruptedException {
        ProcessBuilder builder = Program.of(List.of("/bin/sh", "-c", command), tree, variables(environment))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        int status;
        try {
            status = Program.run(builder, elapsed);
        } catch (IOException e) {
            throw new CheckoutException("the " + word() + " could not be run: " + e.getMessage(), "");
        }
        if (status != 0) {
            throw new BuildFailed(
                    "the " + word() + " ended with status " + status,
                    "its full output is in " + log
                            + (guessed ? "; name the right command with `build:` in budgets.yaml" : ""),
                    tail(log),
                    CompilerErrors.in(log, tree));
        }
    }

    private String word() {
        return (guessed ? "guessed build command `" : "build command `") + command + "`";
    }

    /** The variables that the command sees. */
    Map<String, String> variables(Map<String, String> environment) {
        Map<String, String> variables = PassedVariables.BUILD.in(environment);
        return jdk.map(chosen -> chosen.in(variables)).orElse(variables);
    }

    private static List<String> tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long length = Files.size(log);
            file.seek(Math.max(0, length - TAIL_BYTES));
            byte[] bytes = new byte[(int) Math.min(length, TAIL_BYTES)];
            file.readFully(bytes);
            List<String> lines = VisibleText.uncoloured(new String(bytes, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
