package dev.clnrm.bench.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, a signal to end stops the run, with time to write the results measured so far. */
public final class Interruption implements AutoCloseable {
    /** The seconds for writing: systems that stop a service kill it some seconds later. */
    private static final long GRACE_SECONDS = 4;

    /** The exit status of an unfinished run. */
    private static final int COULD_NOT_MEASURE = 3;

    private static final CountDownLatch WRITTEN = new CountDownLatch(1);

    private final Thread hook;

    public Interruption(Runnable stop) {
        this.hook = new Thread(
                () -> {
                    stop.run();
                    await();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Reports that everything is written, so that the JVM can end. */
    public static void written() {
        WRITTEN.countDown();
    }

    /** Removes the hook. If the JVM is already ending, the hook waits for {@link #written}. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            Thread.currentThread().setName("last words");
        }
    }

    private static void await() {
        try {
            boolean inTime = WRITTEN.await(GRACE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                Runtime.getRuntime().halt(COULD_NOT_MEASURE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
