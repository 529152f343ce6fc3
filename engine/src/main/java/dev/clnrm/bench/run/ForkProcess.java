package dev.clnrm.bench.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A child process with a bare environment, whose whole tree ends with it. */
final class ForkProcess implements AutoCloseable {
    /** What every program needs; anything else may be a secret. */
    private static final Set<String> ALLOWED = Set.of("PATH", "LANG", "LC_ALL", "TZ", "SystemRoot");

    private static final long GRACE_MILLIS = 2_000;

    private final Process process;
    private final Thread reader;

    private ForkProcess(Process process, Thread reader) {
        this.process = process;
        this.reader = reader;
    }

    /**
     * Starts a process.
     *
     * @param command the program and its arguments
     * @param directory its working directory
     * @param home what it is told is its home
     * @param environment this program's environment
     * @param alsoVisible names of variables it may see beside those every program needs
     * @param log gets what it prints
     */
    static ForkProcess start(
            List<String> command,
            Path directory,
            Path home,
            Map<String, String> environment,
            List<String> alsoVisible,
            ForkLog log)
            throws IOException {
        Files.createDirectories(home);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().clear();
        environment.forEach((name, value) -> {
            if (ALLOWED.contains(name) || alsoVisible.contains(name)) {
                builder.environment().put(name, value);
            }
        });
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        Thread reader = new Thread(() -> copy(process.getInputStream(), log), "fork-output");
        reader.setDaemon(true);
        reader.start();
        return new ForkProcess(process, reader);
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end. */
    boolean ended(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** The exit status of a process that has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    /** Waits until what the process printed has been read. */
    void drain() throws InterruptedException {
        reader.join(GRACE_MILLIS);
    }

    /** Asks the process to end, and makes it. */
    void end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
            kill();
            process.waitFor();
        }
    }

    /** Ends the process and all it started, at once. */
    void kill() {
        Stream<ProcessHandle> below = process.descendants();
        List<ProcessHandle> children = below.toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static void copy(InputStream from, ForkLog log) {
        byte[] buffer = new byte[8192];
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                log.write(buffer, read);
            }
        } catch (IOException e) {
            // The process is gone, and with it the pipe: what was read is kept.
            log.write(new byte[0], 0);
        }
    }
}
