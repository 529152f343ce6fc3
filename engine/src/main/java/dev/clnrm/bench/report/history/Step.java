package dev.clnrm.bench.report.history;

import dev.clnrm.bench.stats.ChangePoint;
import dev.clnrm.bench.samples.CaseKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the times of a case stepped on one platform.
 *
 * @param key the case
 * @param platform where and with what it was measured
 * @param since the first run after the step
 * @param run the place of that run in its history
 * @param point the step; its index is a place in the series
 * @param before how many runs there are from the step before, or the start
 * @param after how many there are up to the step after, or the end
 */
public record Step(CaseKey key, Platform platform, PastRun since, int run, ChangePoint point, int before, int after) {
    /**
     * A further run may move a step by a run or two, or by three where it is small; two steps so near to one another have too few runs
     * between them to be told apart.
     */
    static final int NEAR = 3;

    /** All steps of a history, case by case. */
    public static List<Step> all(History history) {
        List<Step> all = new ArrayList<>();
        for (CaseHistory one : history.cases()) {
            one.series().forEach(series -> all.addAll(of(one.key(), series, history)));
        }
        return all;
    }

    private static List<Step> of(CaseKey key, Series series, History history) {
        List<Step> found = new ArrayList<>();
        List<ChangePoint> steps = series.steps();
        for (int i = 0; i < steps.size(); i++) {
            ChangePoint step = steps.get(i);
            Point first = series.points().get(step.index());
            int from = i == 0 ? 0 : steps.get(i - 1).index();
            int end = i + 1 == steps.size()
                    ? series.points().size()
                    : steps.get(i + 1).index();
            found.add(new Step(
                    key,
                    history.platforms().get(series.platform()),
                    history.run(first),
                    first.run(),
                    step,
                    step.index() - from,
                    end - step.index()));
        }
        return found;
    }

    /** Whether times are larger from it on. */
    public boolean slower() {
        return point.after() > point.before();
    }

    /** Whether the other is this one, seen with some runs more or fewer. */
    public boolean same(Step other) {
        return key.equals(other.key)
                && platform.equals(other.platform)
                && slower() == other.slower()
                && Math.abs(point.index() - other.point.index()) <= NEAR;
    }

    /** Whether a history of so many runs could have had it. */
    public boolean fits(int runs) {
        return run - NEAR < runs;
    }
}
