package dev.clnrm.bench.report.history;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.stats.ChangePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A change point of a case on one platform.
 *
 * @param key the case
 * @param platform machine, JDK and flags
 * @param since the first run after it
 * @param run the place of that run in its history
 * @param point the change point; its index is a place in the series
 * @param before how many runs there are since the change point before it, or the start
 * @param after how many runs there are up to the next change point, or the end
 */
public record Step(CaseKey key, Platform platform, PastRun since, int run, ChangePoint point, int before, int after) {
    /**
     * Another run may move a change point by a run or two, a small one by three. Two change points so close have too few runs between them
     * to be told apart.
     */
    static final int NEAR = 3;

    /** All change points of a history, case by case. */
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

    /** Whether the times after it are larger. */
    public boolean slower() {
        return point.after() > point.before();
    }

    /** Whether the other is the same change point, found in a history with more or fewer runs. */
    public boolean same(Step other) {
        return key.equals(other.key)
                && platform.equals(other.platform)
                && slower() == other.slower()
                && Math.abs(point.index() - other.point.index()) <= NEAR;
    }

    /** Whether a history of {@code runs} runs can contain it. */
    public boolean fits(int runs) {
        return run - NEAR < runs;
    }
}
