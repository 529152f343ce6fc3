package dev.clnrm.bench.report.history;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/** Makes series of points, run by run. */
public final class HistoryBuilder {
    private final double confidence;
    private final List<PastRun> runs = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private final Map<Conditions, Integer> platforms = new LinkedHashMap<>();
    private final Map<CaseKey, Map<Integer, List<Point>>> points = new LinkedHashMap<>();

    /** Begins a history whose intervals have this confidence. */
    public HistoryBuilder(double confidence) {
        this.confidence = confidence;
    }

    /** Adds a run, which is later than all runs before it, and returns its place. */
    public int run(PastRun run) {
        // A commit that the repository does not have stands where the run before it does.
        places.add(run.place().orElse(runs.isEmpty() ? 0 : places.get(runs.size() - 1)));
        runs.add(run);
        return runs.size() - 1;
    }

    /** Adds a case of the run that was added last. */
    public void point(CaseKey key, Conditions conditions, Point point) {
        int platform = platforms.computeIfAbsent(conditions, one -> platforms.size());
        points.computeIfAbsent(key, one -> new LinkedHashMap<>())
                .computeIfAbsent(platform, one -> new ArrayList<>())
                .add(point);
    }

    /**
     * The history.
     *
     * @param smallest the magnitude that a change point of a case exceeds, by the case and its median time in seconds
     * @param notes what was omitted
     */
    public History build(ToDoubleBiFunction<CaseKey, Double> smallest, List<String> notes) {
        List<CaseHistory> cases = points.entrySet().parallelStream()
                .map(one -> new CaseHistory(
                        one.getKey(),
                        one.getValue().entrySet().stream()
                                .map(series -> Series.of(
                                        series.getKey(),
                                        series.getValue(),
                                        smallest.applyAsDouble(one.getKey(), median(series.getValue()))))
                                .toList(),
                        anchored(
                                one.getValue(),
                                smallest.applyAsDouble(
                                        one.getKey(),
                                        median(one.getValue().values().stream()
                                                .flatMap(List::stream)
                                                .toList())))))
                .toList();
        return new History(runs, platforms.keySet().stream().map(Platform::new).toList(), cases, confidence, notes);
    }

    private List<AnchoredSeries> anchored(Map<Integer, List<Point>> byPlatform, double smallest) {
        List<Anchors.Measured> measured = byPlatform.entrySet().stream()
                .flatMap(series -> series.getValue().stream().flatMap(point -> measured(series.getKey(), point)))
                .sorted(Comparator.<Anchors.Measured>comparingInt(
                                one -> places.get(one.point().run()))
                        .thenComparingInt(one -> one.point().run()))
                .toList();
        return Anchors.of(measured).entrySet().stream()
                .map(one -> AnchoredSeries.of(one.getKey(), one.getValue(), smallest))
                .toList();
    }

    private Stream<Anchors.Measured> measured(int platform, Point point) {
        PastRun run = runs.get(point.run());
        return point.change().filter(ratio -> ratio.low() > 0).stream().flatMap(ratio -> run.anchor().stream()
                .map(anchor -> new Anchors.Measured(
                        new AnchoredPoint(point.run(), platform, ratio, 1),
                        run.commit().filter(hash -> !run.changed()).orElse("run " + run.id()),
                        anchor,
                        run.base().orElse(anchor))));
    }

    /** Of an even number of points the upper of the two in the middle. */
    private static double median(List<Point> points) {
        double[] sorted = points.stream().mapToDouble(Point::seconds).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
