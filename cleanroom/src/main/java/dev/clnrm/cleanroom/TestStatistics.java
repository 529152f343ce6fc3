package dev.clnrm.cleanroom;

import java.time.Duration;

/**
 * The tests that an environment executed.
 *
 * @param executed tests that returned or failed
 * @param failed those among them that threw
 * @param time their total time
 */
public record TestStatistics(long executed, long failed, Duration time) {
    /** No test yet. */
    public static final TestStatistics NONE = new TestStatistics(0, 0, Duration.ZERO);

    public TestStatistics {
        if (failed < 0 || failed > executed || time.isNegative()) {
            throw new IllegalArgumentException(
                    "counts are inconsistent: executed " + executed + ", failed " + failed + ", time " + time);
        }
    }

    /** Tests that returned. */
    public long passed() {
        return executed - failed;
    }
}
