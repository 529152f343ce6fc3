package dev.clnrm.cleanroom;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the running services of one environment. Safe for concurrent use. */
final class ServiceTally {
    private final AtomicLong starts = new AtomicLong();
    private final AtomicInteger running = new AtomicInteger();

    /** Counts a start and returns its position in the order of starts. */
    long started() {
        running.incrementAndGet();
        return starts.incrementAndGet();
    }

    void stopped() {
        running.decrementAndGet();
    }

    int running() {
        return running.get();
    }
}
