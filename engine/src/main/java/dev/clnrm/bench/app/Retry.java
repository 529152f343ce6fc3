package dev.clnrm.bench.app;

import java.time.Duration;

/**
 * The number of attempts to send a message, and their timing.
 *
 * @param attempts the most attempts
 * @param pause the time between two attempts
 * @param patience the longest wait for an answer
 */
record Retry(int attempts, Duration pause, Duration patience) {
    /** The longest acceptable delay at the end of a run. */
    static final Retry USUAL = new Retry(3, Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** Waits before another attempt. */
    void before(int attempt) throws InterruptedException {
        if (attempt > 0) {
            Thread.sleep(pause.toMillis());
        }
    }
}
