package dev.clnrm.bench.report.history;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import java.util.Optional;

/**
 * One case in one run.
 *
 * @param run the place of the run in its history, from 0
 * @param time seconds per operation; it has a value
 * @param bytes allocated per operation, the mean of the forks; absent if it was not measured
 * @param forks how many forks finished
 * @param failed how many forks failed
 * @param change the time over that of the base measured beside it; absent if there is none
 */
public record Point(int run, Estimate time, Optional<Double> bytes, int forks, int failed, Optional<Interval> change) {
    /** One of a run of one side. */
    public Point(int run, Estimate time, Optional<Double> bytes, int forks, int failed) {
        this(run, time, bytes, forks, failed, Optional.empty());
    }

    public Point {
        if (time.value().isEmpty()) {
            throw new IllegalArgumentException("a point has a value");
        }
    }

    public double seconds() {
        return time.value().orElseThrow();
    }

    /** The same point if its run has another place. */
    Point in(int place) {
        return new Point(place, time, bytes, forks, failed, change);
    }
}
