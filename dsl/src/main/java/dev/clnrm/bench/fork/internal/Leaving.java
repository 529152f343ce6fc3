package dev.clnrm.bench.fork.internal;

import java.util.concurrent.atomic.AtomicReference;

/** Cleans up once: when a trial ends, or when the JVM is told to end before that. */
final class Leaving {
    /** Code that may throw. */
    @FunctionalInterface
    interface Code {
        void run() throws Exception;
    }

    private static final Code DONE = () -> {};

    private final AtomicReference<Code> code = new AtomicReference<>(DONE);

    /** Remembers what to do, and does it at the JVM's end if nobody has by then. */
    void onExit(Code what) {
        code.set(what);
        Runtime.getRuntime().addShutdownHook(new Thread(this::quietly, "clean-up"));
    }

    /** Does it now, if it has not been done. */
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
