package dev.clnrm.bench.app;

import java.time.Duration;
import java.util.Optional;

/**
 * The number of attempts to send a message, and their timing.
 *
 * @param attempts the most attempts, at least 1
 * @param pause the time between two attempts
 * @param patience the longest wait for an answer
 */
record Retry(int attempts, Duration pause, Duration patience) {
    /** The longest acceptable delay at the end of a run. */
    static final Retry USUAL = new Retry(3, Duration.ofSeconds(2), Duration.ofSeconds(10));

    /**
     * The result of an attempt.
     *
     * @param failure why the message was not sent; empty if it was sent
     * @param again whether another attempt may help and cannot send the message twice
     */
    record Attempt(String failure, boolean again) {
        static final Attempt SENT = new Attempt("", false);
    }

    /** Sends a message once. */
    interface Sending {
        Attempt attempt() throws InterruptedException;
    }

    /** Sends a message, again if that may help. Returns the last failure; empty if the message was sent. */
    Optional<String> send(Sending sending) throws InterruptedException {
        Attempt last = sending.attempt();
        for (int more = attempts - 1; last.again && more > 0; more--) {
            Thread.sleep(pause.toMillis());
            last = sending.attempt();
        }
        return last.failure.isEmpty() ? Optional.empty() : Optional.of(last.failure);
    }
}
