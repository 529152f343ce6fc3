package dev.clnrm.bench.git;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds a work tree. */
public final class Build {
    /** How much of the end of a failed build's output is shown. */
    static final int LAST_LINES = 20;

    private static final int TAIL_BYTES = 64 << 10;

    /**
     * What a build sees of the environment: what finds its tools, its caches and its proxy. Tokens of the job are not among them, for the
     * code that is built may be anybody's.
     */
    private static final Set<String> ALLOWED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "SHELL",
            "CI",
            "JAVA_HOME",
            "JDK_HOME",
            "JAVA_TOOL_OPTIONS",
            "MAVEN_HOME",
            "M2_HOME",
            "MAVEN_OPTS",
            "MAVEN_ARGS",
            "MAVEN_USER_HOME",
            "MVNW_REPOURL",
            "GRADLE_HOME",
            "GRADLE_OPTS",
            "GRADLE_USER_HOME",
            "SBT_OPTS",
            "COURSIER_CACHE",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR");

    private Build() {}

    /** Whether a build sees a variable of this name. */
    public static boolean allows(String variable) {
        return ALLOWED.contains(variable) || variable.startsWith("JAVA_HOME_");
    }

    /**
     * Runs a command by the shell and waits for it. Interrupted, it ends the command and all it started.
     *
     * @param tree where it is run
     * @param command as {@code budgets.yaml} says it
     * @param environment the variables this program sees; those a build has no use for are kept from it
     * @param log the file all it prints is written to
     * @throws BuildFailed if it ends with another status than 0
     * @throws CheckoutException if it cannot be started, or its output not written
     */
    public static void run(Path tree, String command, Map<String, String> environment, Path log)
            throws CheckoutException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .directory(tree.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        environment.forEach((name, value) -> {
            if (allows(name)) {
                builder.environment().put(name, value);
            }
        });
        int status;
        try {
            Process process = builder.start();
            process.getOutputStream().close();
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
            throw new BuildFailed(command, status, tail(log), log);
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
