package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.ChangePoints;
import dev.clnrm.bench.stats.Creep;
import dev.clnrm.bench.stats.Movements;
import java.util.ArrayList;
import java.util.List;

/** The rules that find change points of a series. */
enum StepRule {
    /** E-divisive as published, over all machines. */
    PLAIN("plain E-divisive") {
        @Override
        List<Step> steps(MeasuredSeries series) {
            return EDivisive.steps(series.values()).stream()
                    .map(index -> new Step(index - 1, index))
                    .toList();
        }
    },
    /** With Student's test and a smallest magnitude, over all machines. */
    OTAVA("as Apache Otava, 3 %") {
        @Override
        List<Step> steps(MeasuredSeries series) {
            return at(ChangePoints.exceeding(TOLERANCE).of(series.values()));
        }
    },
    /** The same for the times of each machine separately. */
    EACH_MACHINE("clnrm-bench, times") {
        @Override
        List<Step> steps(MeasuredSeries series) {
            List<Step> steps = new ArrayList<>();
            for (List<Integer> places : series.byMachine()) {
                Values own = Values.of(
                        places.stream().mapToDouble(i -> series.values().get(i)));
                if (own.size() >= FEWEST) {
                    ChangePoints.exceeding(TOLERANCE)
                            .of(own)
                            .forEach(step ->
                                    steps.add(new Step(places.get(step.index() - 1), places.get(step.index()))));
                }
            }
            return steps;
        }
    },
    /** As for ratios to an anchor: one series over all machines. A change of machine is not a step, and creeps are separate. */
    ANCHORED("clnrm-bench, anchored") {
        @Override
        List<Step> steps(MeasuredSeries series) {
            return at(moved(series).steps());
        }
    };

    private static final double TOLERANCE = 0.03;
    private static final int FEWEST = 3;
    private static final double CONFIDENCE = 0.95;

    private final String words;

    StepRule(String words) {
        this.words = words;
    }

    /**
     * A step.
     *
     * @param last the index of the last value before it, in the examined series
     * @param first the index of the first value after it
     */
    record Step(int last, int first) {
        boolean near(int index, int tolerance) {
            return Math.abs(first - index) <= tolerance || (last < index && index <= first);
        }
    }

    abstract List<Step> steps(MeasuredSeries series);

    /** The movements that the product finds in an anchored series. */
    static Movements moved(MeasuredSeries series) {
        return Movements.of(series.values(), series.machines(), TOLERANCE, CONFIDENCE);
    }

    /** The creeps, if the rule finds creeps. */
    List<Creep> creeps(MeasuredSeries series) {
        return this == ANCHORED ? moved(series).creeps() : List.of();
    }

    private static List<Step> at(List<ChangePoint> points) {
        return points.stream()
                .map(point -> new Step(point.last(), point.index()))
                .toList();
    }

    @Override
    public String toString() {
        return words;
    }
}
