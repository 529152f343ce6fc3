package dev.clnrm.bench.report.history;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.ChangePoints;
import java.util.List;
import java.util.Optional;

/**
 * One case on one platform, run by run. Only times of one series are compared.
 *
 * @param platform the place of the platform in its history, from 0
 * @param points in the order of their history; at least one
 * @param steps its change points; indexes are places in {@code points}
 * @param smallest the magnitude that a change point exceeds: 0.05 is 5 %
 */
public record Series(int platform, List<Point> points, List<ChangePoint> steps, double smallest) {
    /** With fewer points a change cannot be told from noise. */
    private static final int FEWEST = 3;

    public Series {
        points = List.copyOf(points);
        steps = List.copyOf(steps);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a series has at least one point");
        }
    }

    /**
     * A series with its change points.
     *
     * @param smallest the magnitude that a change point exceeds: 0.05 is 5 %
     */
    public static Series of(int platform, List<Point> points, double smallest) {
        List<ChangePoint> steps = points.size() < FEWEST
                ? List.of()
                : ChangePoints.exceeding(smallest).of(times(points));
        return new Series(platform, points, steps, smallest);
    }

    private static Values times(List<Point> points) {
        return Values.of(points.stream().mapToDouble(Point::seconds));
    }

    /** Seconds per operation, point by point. */
    Values times() {
        return times(points);
    }

    public Point last() {
        return points.get(points.size() - 1);
    }

    /** The change point that the point at {@code index} is the first after. */
    public Optional<ChangePoint> stepAt(int index) {
        return steps.stream().filter(step -> step.index() == index).findFirst();
    }
}
