package dev.clnrm.bench.report.history;

import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes series of points, run by run, in the order of commits as far as it is known, else of time. */
public final class HistoryBuilder {
    private final double confidence;
    private final BiFunction<String, String, Optional<Integer>> between;
    private final List<PastRun> runs = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int latest;
    private final Map<Conditions, Integer> platforms = new LinkedHashMap<>();
    private final Map<CaseKey, Map<Integer, List<Point>>> points = new LinkedHashMap<>();

    /** Begins a history whose intervals have this confidence. */
    public HistoryBuilder(double confidence) {
        this(confidence, (earlier, later) -> Optional.empty());
    }

    /**
     * Begins a history.
     *
     * @param confidence that of intervals
     * @param between the number of commits from one to a later one; empty if it is not known
     */
    public HistoryBuilder(double confidence, BiFunction<String, String, Optional<Integer>> between) {
        this.confidence = confidence;
        this.between = between;
    }

    /** Adds a run, which started later than all runs before it, and returns the number that its points have. */
    public int run(PastRun run) {
        // A run of an unknown commit follows all runs that started before it, as if it had measured their latest
        // commit.
        latest = Math.max(latest, run.place().orElse(0));
        places.add(run.place().orElse(latest));
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
        List<Integer> order = IntStream.range(0, runs.size())
                .boxed()
                .sorted(Comparator.comparing(places::get))
                .toList();
        List<PastRun> ordered = order.stream().map(runs::get).toList();
        int[] ranks = new int[order.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order.get(rank)] = rank;
        }
        List<CaseHistory> cases = points.entrySet().parallelStream()
                .map(one -> of(one.getKey(), ordered(one.getValue(), ranks), ordered, smallest))
                .toList();
        return new History(
                ordered, platforms.keySet().stream().map(Platform::new).toList(), cases, confidence, between, notes);
    }

    private static Map<Integer, List<Point>> ordered(Map<Integer, List<Point>> byPlatform, int[] ranks) {
        Map<Integer, List<Point>> ordered = new LinkedHashMap<>();
        byPlatform.forEach((platform, some) -> ordered.put(
                platform,
                some.stream()
                        .map(point -> point.in(ranks[point.run()]))
                        .sorted(Comparator.comparingInt(Point::run))
                        .toList()));
        return ordered;
    }

    private static CaseHistory of(
            CaseKey key,
            Map<Integer, List<Point>> byPlatform,
            List<PastRun> runs,
            ToDoubleBiFunction<CaseKey, Double> smallest) {
        List<Point> all = byPlatform.values().stream().flatMap(List::stream).toList();
        return new CaseHistory(
                key,
                byPlatform.entrySet().stream()
                        .map(series -> Series.of(
                                series.getKey(),
                                series.getValue(),
                                smallest.applyAsDouble(key, median(series.getValue()))))
                        .toList(),
                anchored(byPlatform, runs, smallest.applyAsDouble(key, median(all))));
    }

    private static List<AnchoredSeries> anchored(
            Map<Integer, List<Point>> byPlatform, List<PastRun> runs, double smallest) {
        List<Anchors.Measured> measured = byPlatform.entrySet().stream()
                .flatMap(series -> series.getValue().stream()
                        .flatMap(point -> measured(runs.get(point.run()), series.getKey(), point)))
                .sorted(Comparator.comparingInt(one -> one.point().run()))
                .toList();
        return Anchors.of(measured).entrySet().stream()
                .map(one -> AnchoredSeries.of(one.getKey(), one.getValue(), smallest))
                .toList();
    }

    private static Stream<Anchors.Measured> measured(PastRun run, int platform, Point point) {
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
