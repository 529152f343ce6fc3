package dev.clnrm.bench.report.history;

import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Creep;
import dev.clnrm.bench.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A change of anchored series, told once: the commits between which it came, and the cases that moved there together.
 *
 * @param anchor what the cases are compared with
 * @param before the last run before it
 * @param since the first run after it
 * @param gradual whether it is a creep, which grew over several commits; else it is a step
 * @param cases what moved, the largest change first; at least one
 */
public record Movement(String anchor, PastRun before, PastRun since, boolean gradual, List<Moved> cases) {
    /** More names than these nobody reads in a line. */
    private static final int NAMES = 5;

    public Movement {
        cases = cases.stream()
                .sorted(Comparator.comparingDouble(Moved::magnitude).reversed())
                .toList();
    }

    /**
     * A case that moved.
     *
     * @param ratio its time after over its time before
     * @param ends the interval of that; absent for a step
     * @param p the probability of so large a change if there is none
     */
    public record Moved(CaseKey key, double ratio, Optional<Interval> ends, double p) {
        double magnitude() {
            return Math.max(ratio, 1 / ratio);
        }
    }

    /**
     * A movement of one case.
     *
     * @param runs those of the series
     * @param from the place in them of the last run before it
     * @param split the place of a step among all platforms; the end of a creep
     * @param to the place of the first run after it
     */
    private record Found(String anchor, List<PastRun> runs, int from, int split, int to, boolean gradual, Moved moved) {
        /** Noise can put the step of a case one run too early or too late; creeps are one where they overlap. */
        boolean together(Found other) {
            boolean near = gradual
                    ? Math.max(from, other.from) < Math.min(to, other.to)
                    : at().equals(other.at())
                            || at().equals(other.runs.get(other.split - 1))
                            || runs.get(split - 1).equals(other.at());
            return near && gradual == other.gradual && anchor.equals(other.anchor);
        }

        PastRun at() {
            return runs.get(split);
        }
    }

    /** All movements of a history, the newest first. */
    public static List<Movement> all(History history) {
        List<Found> found = new ArrayList<>();
        for (CaseHistory one : history.cases()) {
            one.anchored().forEach(series -> found.addAll(of(history, one.key(), series)));
        }
        found.sort(Comparator.comparing(Found::anchor)
                .thenComparing(Found::gradual)
                .thenComparingInt(Found::split)
                .thenComparingInt(Found::from));
        List<List<Found>> groups = new ArrayList<>();
        for (Found one : found) {
            if (groups.isEmpty() || !groups.get(groups.size() - 1).get(0).together(one)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(one);
        }
        return groups.stream()
                .map(Movement::of)
                .sorted(Comparator.comparing((Movement one) -> one.since.place().orElse(0))
                        .thenComparing(one -> one.since.started())
                        .reversed())
                .toList();
    }

    /** Cases that stepped at the same run have one cause, which lies in what their ranges have in common. */
    private static Movement of(List<Found> group) {
        Found one = group.get(0);
        boolean common =
                !one.gradual && group.stream().allMatch(other -> other.at().equals(one.at()));
        Comparator<Found> byLast = Comparator.comparingInt(Found::from);
        Comparator<Found> byFirst = Comparator.comparingInt(Found::to);
        Found before = common ? Collections.max(group, byLast) : Collections.min(group, byLast);
        Found since = common ? Collections.min(group, byFirst) : Collections.max(group, byFirst);
        return new Movement(
                one.anchor,
                before.runs.get(before.from),
                since.runs.get(since.to),
                one.gradual,
                group.stream().map(Found::moved).toList());
    }

    private static List<Found> of(History history, CaseKey key, AnchoredSeries series) {
        List<PastRun> runs = series.points().stream()
                .map(point -> history.runs().get(point.run()))
                .toList();
        List<Found> found = new ArrayList<>();
        for (ChangePoint step : series.moved().steps()) {
            Moved moved = new Moved(key, step.after() / step.before(), Optional.empty(), step.p());
            found.add(new Found(series.anchor(), runs, step.last(), step.split(), step.index(), false, moved));
        }
        for (Creep creep : series.moved().creeps()) {
            Moved moved = new Moved(key, creep.growth().estimate(), Optional.of(creep.growth()), creep.p());
            found.add(new Found(series.anchor(), runs, creep.from(), creep.to(), creep.to(), true, moved));
        }
        return found;
    }

    /** Between how many commits a creep grew; absent if the repository does not have both. */
    public Optional<Integer> commits() {
        return before.place()
                .flatMap(from -> since.place().map(to -> to - from))
                .filter(count -> count > 0);
    }

    /** The whole in words: where it came, and how each case moved. */
    public String sentence() {
        List<String> moved = cases.stream()
                .map(one -> Inert.name(Words.inSuite(one.key().name())) + " " + change(one))
                .toList();
        return (gradual ? "grew gradually " : "a step ") + where() + " against " + Inert.name(anchor) + ": "
                + Counts.some(moved, NAMES);
    }

    /** {@code between 3f2c1ab and 9d0e77c}. */
    public String where() {
        return "between " + Inert.name(before.what()) + " and " + Inert.name(since.what());
    }

    /** {@code +20.3 %}; of a creep {@code +21.8 % (+20.1 % … +23.5 %), +1.0 % a commit}. */
    public String change(Moved one) {
        String change = Percents.changed(one.ratio());
        return one.ends()
                .map(ends -> change + " (" + Percents.ends(ends) + ")"
                        + commits()
                                .map(count -> ", " + Percents.changed(Math.pow(one.ratio(), 1.0 / count))
                                        + " a commit over " + Counts.count(count, "commit"))
                                .orElse(""))
                .orElse(change);
    }
}
