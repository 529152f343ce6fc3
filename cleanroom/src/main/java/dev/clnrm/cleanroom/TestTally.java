package dev.clnrm.cleanroom;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts executed tests. Safe for concurrent use. */
final class TestTally implements TestsView {
    private final LongAdder executed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /** Counts the execution before the failure; {@link #statistics()} reads them in reverse order. */
    void add(long took, boolean passed) {
        executed.increment();
        nanos.add(took);
        if (!passed) {
            failed.increment();
        }
    }

    @Override
    public long executed() {
        return executed.sum();
    }

    @Override
    public long failed() {
        return failed.sum();
    }

    @Override
    public long nanos() {
        return nanos.sum();
    }

    TestStatistics statistics() {
        long failedNow = failed();
        return new TestStatistics(executed(), failedNow, Duration.ofNanos(nanos()));
    }
}
