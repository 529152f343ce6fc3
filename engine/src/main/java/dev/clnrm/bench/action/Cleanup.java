package dev.clnrm.bench.action;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Work that follows a process and is done once, also if the runner cancels the job. */
final class Cleanup {
    /** How long a process may take to end. The runner kills the container 10 s after it cancels the job. */
    private static final int SECONDS = 4;

    private final FutureTask<Boolean> task;

    Cleanup(Work work) {
        task = new FutureTask<>(() -> {
            work.done();
            return true;
        });
    }

    /** The work. */
    @FunctionalInterface
    interface Work {
        void done() throws IOException, InterruptedException;
    }

    /** Does the work if nobody did it, and returns when it is done. */
    void done() throws IOException, InterruptedException {
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e.getCause());
        }
    }

    /** Runs a process and then does the work. If this JVM is told to end, the process ends first. */
    int after(ProcessBuilder started) throws IOException, InterruptedException {
        Process process = started.start();
        Thread hook = new Thread(() -> cancelled(process), "end of measuring");
        Runtime.getRuntime().addShutdownHook(hook);
        int exit = process.waitFor();
        done();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook runs.
            hook.join();
        }
        return exit;
    }

    private void cancelled(Process process) {
        process.destroy();
        try {
            process.waitFor(SECONDS, TimeUnit.SECONDS);
            done();
        } catch (IOException | InterruptedException e) {
            // Nobody is left to hear it.
            return;
        }
    }
}
