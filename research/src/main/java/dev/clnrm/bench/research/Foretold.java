package dev.clnrm.bench.research;

import dev.clnrm.bench.calibrate.Share;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.ChangePoints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/** How often the forecast of the next value contained what came, each time from the values before it alone. */
final class Foretold {
    /** A forecast from fewer values is not counted. */
    private static final int FEWEST = 5;

    /** From so many earlier forecasts on it is known by how much they missed. */
    private static final int KNOWN = 40;

    private static final double TOLERANCE = 0.03;
    private static final double CONFIDENCE = 0.95;

    private Foretold() {}

    /**
     * A forecast and what came.
     *
     * @param index the place of what came in its series
     * @param half the half-width
     * @param miss how far what came lay from the middle, in half-widths
     */
    private record One(int index, double half, double miss) {}

    static String table(MeasuredSeries labelled, MeasuredSeries unlabelled, List<MeasuredSeries> nights) {
        List<Values> eachMachine = nights.stream()
                .flatMap(series -> series.byMachine().stream()
                        .map(places -> Values.of(
                                places.stream().mapToDouble(i -> series.values().get(i)))))
                .toList();
        StringBuilder text = new StringBuilder(
                "forecasts: 95 % intervals of the next value, from at least " + FEWEST
                        + " values before it\n\n"
                        + "|                                 |           | Student             |                    | scaled by misses    |                    |\n"
                        + "| series                          | forecasts | contained what came | half width, median | contained what came | half width, median |\n"
                        + "|---------------------------------|----------:|--------------------:|-------------------:|--------------------:|-------------------:|\n");
        text.append(row("labelled", List.of(labelled.values())));
        text.append(row("long", List.of(unlabelled.values())));
        text.append(row("nights, each machine by itself", eachMachine));
        text.append(row(
                "nights, all machines as one",
                nights.stream().map(MeasuredSeries::values).toList()));
        return text.toString();
    }

    private static String row(String name, List<Values> series) {
        List<One> all = series.stream()
                .flatMap(one -> IntStream.range(FEWEST, one.size())
                        .parallel()
                        .mapToObj(i -> one(one, i))
                        .flatMap(List::stream)
                        .toList()
                        .stream())
                .sorted(Comparator.comparingInt(One::index))
                .toList();
        return String.format(
                Locale.ROOT,
                "| %-31s | %9d | %s | %s |%n",
                name,
                all.size(),
                cells(all, (before, one) -> 1),
                cells(all, Foretold::scale));
    }

    private static List<One> one(Values series, int next) {
        Values before = series.slice(0, next);
        return Forecast.next(before, ChangePoints.exceeding(TOLERANCE).of(before), CONFIDENCE)
                .map(forecast -> new One(next, forecast.half(), forecast.miss(series.get(next))))
                .stream()
                .toList();
    }

    /** Coverage and median half-width, each interval wider or narrower by a factor that the forecasts before it give. */
    private static String cells(List<One> all, ToDoubleBiFunction<List<One>, One> factor) {
        List<Double> halves = new ArrayList<>();
        Share held = Share.NONE;
        for (One one : all) {
            double by = factor.applyAsDouble(all, one);
            held = held.plus(Share.of(one.miss <= by));
            halves.add(by * one.half);
        }
        halves.sort(null);
        return String.format(
                Locale.ROOT,
                "%19s | %18s",
                SeriesCheck.share(held),
                String.format(Locale.ROOT, "%.1f %%", 100 * halves.get(halves.size() / 2)));
    }

    /**
     * The miss that 95 % of the earlier forecasts of all these series stayed below: conformal prediction with normalised errors (Papadopoulos, Gammerman
     * &amp; Vovk 2008), here one step ahead in time.
     */
    private static double scale(List<One> all, One one) {
        double[] misses = all.stream()
                .takeWhile(other -> other.index < one.index)
                .mapToDouble(One::miss)
                .sorted()
                .toArray();
        int rank = (int) Math.ceil(CONFIDENCE * (misses.length + 1));
        return misses.length < KNOWN || rank > misses.length ? 1 : misses[rank - 1];
    }
}
