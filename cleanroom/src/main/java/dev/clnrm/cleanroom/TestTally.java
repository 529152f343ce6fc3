package dev.clnrm.cleanroom;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts executed tests. Safe for concurrent use. */
final class TestTally {
    private final LongAdder executed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Counts the execution before the failure; {@link #statistics()} reads them the other way round. */
    void add(long took, boolean passed) {
        executed.increment();
        nanos.add(took);
        if (!passed) {
            failed.increment();
        }
    }

    TestStatistics statistics() {
        long failedNow = failed.sum();
        return new TestStatistics(executed.sum(), failedNow, Duration.ofNanos(nanos.sum()));
    }
}
