package dev.clnrm.bench.measure;

import dev.clnrm.bench.os.PassedVariables;
import dev.clnrm.bench.os.Program;
import dev.clnrm.bench.plan.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child process with a minimal environment. Its whole process tree ends with it. */
final class ForkProcess implements AutoCloseable {
    private static final long GRACE_MILLIS = 2_000;

    /** The shorter time limit of an interrupted run, which has only seconds to write its results. */
    private static final long HURRIED_MILLIS = 1_000;

    private static final long DUMP_MILLIS = 500;

    private final Process process;
    private final long start;
    private final Path home;
    private final Thread reader;

    private ForkProcess(Process process, long start, Path home, Thread reader) {
        this.process = process;
        this.start = start;
        this.home = home;
        this.reader = reader;
    }

    /**
     * Starts a process.
     *
     * @param command the program and its arguments
     * @param launch provides its working directory, and its variables in addition to those that every program needs
     * @param home its {@code HOME}
     * @param log receives its output
     */
    static ForkProcess start(List<String> command, Launch launch, Path home, Session session, ProcessLog log)
            throws IOException {
        Files.createDirectories(home);
        ProcessBuilder builder = Program.of(
                        command, launch.directory(), PassedVariables.PROGRAM.in(session.environment()))
                .redirectErrorStream(true);
        session.environment().forEach((name, value) -> {
            if (launch.env().contains(name)) {
                builder.environment().put(name, value);
            }
        });
        builder.environment().put("HOME", home.toString());
        Process process = builder.start();
        long start = System.nanoTime();
        Thread reader = new Thread(() -> log.copy(process.getInputStream()), "fork-output");
        reader.setDaemon(true);
        reader.start();
        return new ForkProcess(process, start, home, reader);
    }

    long pid() {
        return process.pid();
    }

    /** Returns the seconds since the system began to run the program. The work of this JVM to start it, some 0.7 ms, is not included. */
    double secondsSinceStart() {
        return (System.nanoTime() - start) / 1e9;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for its end and returns whether it has ended. */
    boolean ended(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** The exit status of a process that has ended. */
    int exitStatus() {
        return process.exitValue();
    }

    /** Waits until its output has been read. */
    void drain() throws InterruptedException {
        reader.join(GRACE_MILLIS);
    }

    /** Asks a JVM to print a thread dump, and gives it a moment to do so. Only Unix has such a signal. */
    void dumpThreads() throws InterruptedException {
        try {
            Process signal = new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            signal.waitFor(DUMP_MILLIS, TimeUnit.MILLISECONDS);
            process.waitFor(DUMP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            // Without the signal nothing is printed, and the report shows no threads.
            process.waitFor(0, TimeUnit.MILLISECONDS);
        }
    }

    /** Asks the process to end, and kills it if it does not. */
    void end() throws InterruptedException {
        end(GRACE_MILLIS);
    }

    private void end(long graceMillis) throws InterruptedException {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!process.waitFor(graceMillis, TimeUnit.MILLISECONDS)) {
            kill();
            process.waitFor();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills the process and all its descendants at once. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends the process if it still runs, with little time to clean up, and kills all processes that it left behind. */
    @Override
    public void close() {
        try {
            if (process.isAlive()) {
                end(HURRIED_MILLIS);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        } finally {
            Leftovers.end(home);
        }
    }
}
