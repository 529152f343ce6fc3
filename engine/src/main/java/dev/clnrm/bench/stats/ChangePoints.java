package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The steps of a series: energy statistics propose them in windows (E-divisive; Matteson &amp; James 2014), Student's test keeps
 * them, and the weakest are removed until all are strong (Fleming et al. 2023, Hunter, now Apache Otava).
 *
 * @param window how many values are examined together, at least 2
 * @param level the p value that a step must be below
 * @param smallest the magnitude that a step must exceed: 0.05 is 5 %
 */
public record ChangePoints(int window, double level, double smallest) {
    /** Windows of 50 and a level of 0.001, as in Apache Otava. */
    public static ChangePoints exceeding(double smallest) {
        return new ChangePoints(50, 0.001, smallest);
    }

    public ChangePoints {
        Levels.check(level);
        if (window < 2) {
            throw new IllegalArgumentException("a window holds at least 2 values, not " + window);
        }
    }

    /** The steps of {@code series}, ascending. */
    public List<ChangePoint> of(Values series) {
        return of(new OnPlatforms(series, Collections.nCopies(series.size(), 0)));
    }

    /**
     * The steps of a series that several platforms measured, ascending. Values are compared only within a platform. If no
     * platform has values on both sides of a point, that point is no step.
     *
     * @param platforms what each value was measured on
     */
    public List<ChangePoint> of(Values series, List<Integer> platforms) {
        return of(new OnPlatforms(series, platforms));
    }

    private List<ChangePoint> of(OnPlatforms series) {
        List<Integer> kept = new ArrayList<>(proposed(series));
        while (!kept.isEmpty()) {
            List<ChangePoint> points = points(series, kept);
            ChangePoint weakest = points.stream()
                    .max(Comparator.comparingDouble(ChangePoint::p))
                    .orElseThrow();
            if (weakest.p() < level) {
                weakest = points.stream()
                        .min(Comparator.comparingDouble(ChangePoint::magnitude))
                        .orElseThrow();
                if (weakest.magnitude() > smallest) {
                    return points;
                }
            }
            kept.remove(Integer.valueOf(weakest.split()));
        }
        return List.of();
    }

    /** Steps of every window at a looser level: if a window cuts a series short, its neighbours may confirm a step. */
    private TreeSet<Integer> proposed(OnPlatforms series) {
        double loose = level < 0.05 ? level * 10 : level < 0.5 ? level * 2 : level;
        TreeSet<Integer> proposed = new TreeSet<>();
        int start = 0;
        while (start < series.size()) {
            int end = Math.min(start + window, series.size());
            TreeSet<Integer> found = divide(series.slice(start, end), loose);
            for (int index : found) {
                proposed.add(start + index);
            }
            start = Math.max(found.isEmpty() ? 0 : start + found.last(), start + window / 2);
        }
        return proposed;
    }

    private static TreeSet<Integer> divide(OnPlatforms values, double level) {
        Energy energy = Energy.of(values.levelled());
        TreeSet<Integer> found = new TreeSet<>();
        while (true) {
            Energy.Candidate best = Energy.Candidate.NONE;
            int from = 0;
            List<Integer> ends = new ArrayList<>(found);
            ends.add(values.size());
            for (int end : ends) {
                Energy.Candidate candidate = energy.best(from, end);
                best = candidate.q() > best.q() ? candidate : best;
                from = end;
            }
            if (best.index() < 0) {
                return found;
            }
            int floor = found.headSet(best.index()).isEmpty()
                    ? 0
                    : found.headSet(best.index()).last();
            Integer ceiling = found.higher(best.index());
            int end = ceiling == null ? values.size() : ceiling;
            if (step(values, floor, best.index(), end).p() > level) {
                return found;
            }
            found.add(best.index());
        }
    }

    private static List<ChangePoint> points(OnPlatforms series, List<Integer> indexes) {
        List<ChangePoint> points = new ArrayList<>();
        for (int i = 0; i < indexes.size(); i++) {
            int from = i == 0 ? 0 : indexes.get(i - 1);
            int end = i + 1 == indexes.size() ? series.size() : indexes.get(i + 1);
            points.add(step(series, from, indexes.get(i), end));
        }
        return points;
    }

    private static ChangePoint step(OnPlatforms series, int from, int index, int end) {
        double before = series.values().slice(from, index).mean();
        double after = series.values().slice(index, end).mean();
        Optional<Difference> difference = end - from > 2 ? series.difference(from, index, end) : Optional.empty();
        if (difference.isEmpty()) {
            return new ChangePoint(index, before, before, 1);
        }
        Difference found = difference.get();
        OnPlatforms.Pair pair = series.around(from, index, end);
        return new ChangePoint(
                pair.before(),
                pair.after(),
                index,
                before,
                series.slice(from, end).alone() ? after : before + found.estimate(),
                Math.min(1, 2 * Math.min(found.slower(), found.faster())));
    }
}
