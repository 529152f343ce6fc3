package dev.clnrm.bench.report.history;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Creep;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Movements;
import java.util.List;
import java.util.Optional;

/**
 * One case over all machines, as ratios to one commit. Each ratio was measured side by side on one machine, so another machine, kernel or JDK
 * changes times and no ratio.
 *
 * @param anchor what all are compared with: {@code v1.4 (3f2c1ab)}
 * @param points in the order of commits as far as it is known, else of time; at least one
 * @param moved its change points and creeps; indexes are places in {@code points}
 * @param smallest the magnitude that a movement exceeds: 0.05 is 5 %
 */
public record AnchoredSeries(String anchor, List<AnchoredPoint> points, Movements moved, double smallest) {
    /** With fewer points a change cannot be told from noise. */
    private static final int FEWEST = 3;

    public AnchoredSeries {
        points = List.copyOf(points);
    }

    /**
     * A series with what moved in it.
     *
     * @param smallest the magnitude that a movement exceeds: 0.05 is 5 %
     */
    static AnchoredSeries of(String anchor, List<AnchoredPoint> points, double smallest) {
        Movements moved = points.size() < FEWEST
                ? new Movements(List.of(), List.of())
                : Movements.of(
                        ratios(points),
                        points.stream().map(AnchoredPoint::platform).toList(),
                        smallest,
                        points.get(0).ratio().confidence());
        return new AnchoredSeries(anchor, points, moved, smallest);
    }

    private static Values ratios(List<AnchoredPoint> points) {
        return Values.of(points.stream().mapToDouble(point -> point.ratio().estimate()));
    }

    /** The ratios, point by point. */
    Values ratios() {
        return ratios(points);
    }

    /** The ratio of a run; empty if the series does not have it. */
    public Optional<Interval> ratioOf(int run) {
        return points.stream()
                .filter(point -> point.run() == run)
                .map(AnchoredPoint::ratio)
                .findFirst();
    }

    /** The change point that the point at {@code index} is the first after. */
    public Optional<ChangePoint> stepAt(int index) {
        return moved.steps().stream().filter(step -> step.index() == index).findFirst();
    }

    /** The creep that the point at {@code index} is part of. */
    public Optional<Creep> creepAt(int index) {
        return moved.creeps().stream()
                .filter(creep -> creep.from() < index && index <= creep.to())
                .findFirst();
    }
}
