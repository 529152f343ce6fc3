package dev.clnrm.bench.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** While it is open, a signal to end stops the run and leaves time to write down what was measured. */
public final class Interruption implements AutoCloseable {
    /** Systems that stop a service kill it some seconds later. */
    private static final long GRACE_SECONDS = 4;

    /** The exit status of a run that did not come to its end. */
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

    /** Says that everything is written, so that the JVM need not wait. */
    public static void written() {
        WRITTEN.countDown();
    }

    /** Takes the hook away, unless the JVM is ending already: then it waits for {@link #written}. */
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
