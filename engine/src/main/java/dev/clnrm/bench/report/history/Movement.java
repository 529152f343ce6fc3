package dev.clnrm.bench.report.history;

import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Words;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.stats.Creep;
import dev.clnrm.bench.stats.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A change of anchored series, told once: the commits between which it came, and the cases that moved there together.
 *
 * @param anchor what the cases are compared with
 * @param before the last run before it
 * @param since the first run after it
 * @param commits how many commits it spans; absent if the repository does not have both, or if the second does not contain the first
 * @param gradual whether it is a creep, which grew over several commits; else it is a step
 * @param cases what moved, the largest change first; at least one
 */
public record Movement(
        String anchor, PastRun before, PastRun since, Optional<Integer> commits, boolean gradual, List<Moved> cases) {
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
     * A movement of one case. All places are those of runs in the history, because cases may have different runs.
     *
     * @param from the last run before it
     * @param prior the run before {@code split} in the series; of a creep the same as {@code from}
     * @param split the run that parts the series of a step, among all platforms; the end of a creep
     * @param to the first run after it
     * @param lasting whether it is gradual and later movements leave more of it than the smallest change that counts
     */
    private record Found(
            String anchor, int from, int prior, int split, int to, boolean gradual, boolean lasting, Moved moved) {
        static Found of(AnchoredSeries series, CaseKey key, ChangePoint step) {
            List<AnchoredPoint> points = series.points();
            double ratio = step.after() / step.before();
            return new Found(
                    series.anchor(),
                    points.get(step.last()).run(),
                    points.get(step.split() - 1).run(),
                    points.get(step.split()).run(),
                    points.get(step.index()).run(),
                    false,
                    false,
                    new Moved(key, ratio, Optional.empty(), step.p()));
        }

        static Found of(AnchoredSeries series, CaseKey key, Creep creep) {
            int from = series.points().get(creep.from()).run();
            int to = series.points().get(creep.to()).run();
            Moved moved = new Moved(key, creep.growth().estimate(), Optional.of(creep.growth()), creep.p());
            return new Found(series.anchor(), from, from, to, to, true, lasting(series, creep), moved);
        }

        private static boolean lasting(AnchoredSeries series, Creep creep) {
            int next = series.points().size();
            int last = creep.to();
            for (ChangePoint step : series.moved().steps()) {
                if (step.split() > creep.to()) {
                    next = Math.min(next, step.split());
                    last = Math.max(last, step.split());
                }
            }
            for (Creep later : series.moved().creeps()) {
                if (later.from() >= creep.to()) {
                    next = Math.min(next, later.from() + 1);
                    last = Math.max(last, later.to());
                }
            }
            Values ratios = series.ratios();
            double reached = ratios.slice(creep.to(), next).mean();
            double now = ratios.slice(last, ratios.size()).mean();
            double left = creep.growth().estimate() * now / reached;
            return (creep.slower() ? left : 1 / left) > 1 + series.smallest();
        }

        /** Where it is in the order in which movements are compared: a step where it parts the series, a creep where it begins. */
        int at() {
            return gradual ? from : split;
        }

        /** Whether a later one is the same. Noise can put the step of a case one run too early or too late; creeps are one where they overlap. */
        boolean together(Found later) {
            return gradual == later.gradual
                    && anchor.equals(later.anchor)
                    && (gradual ? later.from < to : later.prior <= split);
        }
    }

    /** All movements of a history, the newest first. */
    public static List<Movement> all(History history) {
        return some(history, one -> true);
    }

    /** The gradual movements that later ones did not take back, the newest first. */
    public static List<Movement> lasting(History history) {
        return some(history, Found::lasting);
    }

    private static List<Movement> some(History history, Predicate<Found> wanted) {
        List<Found> found = new ArrayList<>();
        for (CaseHistory one : history.cases()) {
            for (AnchoredSeries series : one.anchored()) {
                series.moved().steps().forEach(step -> found.add(Found.of(series, one.key(), step)));
                series.moved().creeps().forEach(creep -> found.add(Found.of(series, one.key(), creep)));
            }
        }
        found.removeIf(wanted.negate());
        found.sort(Comparator.comparing(Found::anchor)
                .thenComparing(Found::gradual)
                .thenComparingInt(Found::at)
                .thenComparingInt(Found::to));
        List<List<Found>> groups = new ArrayList<>();
        for (Found one : found) {
            if (groups.isEmpty() || !groups.get(groups.size() - 1).get(0).together(one)) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(one);
        }
        return groups.stream()
                .map(group -> of(group, history))
                .sorted(Comparator.comparingInt((Movement one) -> history.runs().indexOf(one.since))
                        .reversed())
                .toList();
    }

    /** Cases that can have stepped at the same run have one cause, which lies in what their ranges have in common. */
    private static Movement of(List<Found> group, History history) {
        Found one = group.get(0);
        boolean common = !one.gradual && group.stream().allMatch(other -> other.prior < one.split);
        IntSummaryStatistics before = group.stream().mapToInt(Found::from).summaryStatistics();
        IntSummaryStatistics since = group.stream().mapToInt(Found::to).summaryStatistics();
        PastRun earlier = history.runs().get(common ? before.getMax() : before.getMin());
        PastRun later = history.runs().get(common ? since.getMin() : since.getMax());
        return new Movement(
                one.anchor,
                earlier,
                later,
                earlier.commit()
                        .flatMap(from ->
                                later.commit().flatMap(to -> history.between().apply(from, to)))
                        .filter(count -> count > 0),
                one.gradual,
                group.stream().map(Found::moved).toList());
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
