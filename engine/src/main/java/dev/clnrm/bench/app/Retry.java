package dev.clnrm.bench.app;

import java.time.Duration;

/**
 * How often a message is tried, and for how long.
 *
 * @param attempts the most
 * @param pause the time between two
 * @param patience the longest wait for an answer
 */
record Retry(int attempts, Duration pause, Duration patience) {
    /** As much as the end of a run may be held up. */
    static final Retry USUAL = new Retry(3, Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** Waits before a further attempt. */
    void before(int attempt) throws InterruptedException {
        if (attempt > 0) {
            Thread.sleep(pause.toMillis());
        }
    }
}
