package dev.clnrm.bench.fork.internal;

import java.util.concurrent.atomic.AtomicReference;

/** Cleans up exactly once: at the end of a trial, or at the end of the JVM if that comes first. */
final class TrialCleanup {
    /** Code that may throw. */
    @FunctionalInterface
    interface Code {
        void run() throws Exception;
    }

    private static final Code DONE = () -> {};

    private final AtomicReference<Code> code = new AtomicReference<>(DONE);

    /** Registers an action for the end of the JVM. It runs only if it has not run before. */
    void onExit(Code what) {
        code.set(what);
        Runtime.getRuntime().addShutdownHook(new Thread(this::quietly, "clean-up"));
    }

    /** Runs the action now, if it has not run. */
    void now() throws Exception {
        code.getAndSet(DONE).run();
    }

    private void quietly() {
        try {
            now();
        } catch (Exception e) {
            System.err.println("clean-up failed: " + e);
        }
    }
}
