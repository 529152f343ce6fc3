package dev.clnrm.bench.report.history;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.stats.ChangePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A change point of a case: of its times on one platform, or of its ratios to an anchor.
 *
 * @param key the case
 * @param anchor what ratios compare with; absent for times
 * @param platform machine, JDK and flags; of ratios those of the first run after it
 * @param since the first run after it
 * @param runs those of the series, by their names
 * @param run the place in its history of the run that parts the series: the first after it, or one of another platform before that
 * @param point the change point; its indexes are places in the series
 * @param before how many runs there are since the change point before it, or the start
 * @param after how many runs there are up to the next change point, or the end
 */
public record Step(
        CaseKey key,
        Optional<String> anchor,
        Platform platform,
        PastRun since,
        List<String> runs,
        int run,
        ChangePoint point,
        int before,
        int after) {
    /**
     * Another run may move a change point by a run or two, a small one by three. Two change points so close have too few runs between them
     * to be told apart.
     */
    static final int NEAR = 3;

    /** With fewer ratios it takes a large step to show, and the times of a platform tell more. */
    private static final int ENOUGH_RATIOS = 6;

    /** The change points of a history: of the ratios of a case where there are enough, because no machine moves them, else of its times. */
    public static List<Step> told(History history) {
        return history.cases().stream()
                .flatMap(one -> {
                    List<AnchoredSeries> ratios = one.anchored().stream()
                            .filter(series -> series.points().size() >= ENOUGH_RATIOS)
                            .toList();
                    return ratios.isEmpty()
                            ? ofTimes(one, history)
                            : ratios.stream().flatMap(series -> of(one.key(), series, history).stream());
                })
                .toList();
    }

    /** All change points of the times of a history, case by case. */
    public static List<Step> all(History history) {
        return history.cases().stream().flatMap(one -> ofTimes(one, history)).toList();
    }

    private static Stream<Step> ofTimes(CaseHistory one, History history) {
        return one.series().stream().flatMap(series -> of(one.key(), series, history).stream());
    }

    /** The places of a point's run and platform in the history. */
    private record Place(int run, int platform) {}

    private static List<Step> of(CaseKey key, AnchoredSeries series, History history) {
        Stream<Place> places = series.points().stream().map(point -> new Place(point.run(), point.platform()));
        return of(key, Optional.of(series.anchor()), series.moved().steps(), places.toList(), history);
    }

    private static List<Step> of(CaseKey key, Series series, History history) {
        Stream<Place> places = series.points().stream().map(point -> new Place(point.run(), series.platform()));
        return of(key, Optional.empty(), series.steps(), places.toList(), history);
    }

    private static List<Step> of(
            CaseKey key, Optional<String> anchor, List<ChangePoint> steps, List<Place> places, History history) {
        List<Step> found = new ArrayList<>();
        List<String> runs =
                places.stream().map(place -> history.runs().get(place.run).id()).toList();
        int before = 0;
        for (int i = 0; i < steps.size(); i++) {
            int here = steps.get(i).split();
            int next = i + 1 < steps.size() ? steps.get(i + 1).split() : places.size();
            Place first = places.get(steps.get(i).index());
            found.add(new Step(
                    key,
                    anchor,
                    history.platforms().get(first.platform),
                    history.runs().get(first.run),
                    runs,
                    places.get(here).run,
                    steps.get(i),
                    here - before,
                    next - here));
            before = here;
        }
        return found;
    }

    /** Whether the times after it are larger. */
    public boolean slower() {
        return point.after() > point.before();
    }

    /**
     * Whether the other is the same change point, found without some of the runs. That history may have no run for many commits, so the
     * other is anywhere between the two runs that it parts.
     */
    public boolean same(Step other) {
        int split = other.point.split();
        return key.equals(other.key)
                && anchor.equals(other.anchor)
                && (anchor.isPresent() || platform.equals(other.platform))
                && slower() == other.slower()
                && point.split() > runs.indexOf(other.runs.get(split - 1)) - NEAR
                && point.split() <= runs.indexOf(other.runs.get(split)) + NEAR;
    }

    /** Whether a history of some of the runs can contain it: at least one of them comes shortly before it, or after it. */
    public boolean fits(Set<String> some) {
        return runs.stream().skip(Math.max(0, point.split() - NEAR)).anyMatch(some::contains);
    }
}
