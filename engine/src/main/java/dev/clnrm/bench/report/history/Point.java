package dev.clnrm.bench.report.history;

import dev.clnrm.bench.stats.Estimate;
import java.util.Optional;

/**
 * One case in one run.
 *
 * @param run the place of the run in its history, from 0
 * @param time seconds per operation; it has a value
 * @param bytes allocated per operation, the mean of the forks; absent if it was not measured
 * @param forks how many forks finished
 * @param failed how many forks failed
 */
public record Point(int run, Estimate time, Optional<Double> bytes, int forks, int failed) {
    public Point {
        if (time.value().isEmpty()) {
            throw new IllegalArgumentException("a point has a value");
        }
    }

    /** Seconds per operation. */
    public double seconds() {
        return time.value().orElseThrow();
    }
}
