package dev.clnrm.bench.research;

import dev.clnrm.bench.calibrate.Share;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Forecasts;
import dev.clnrm.bench.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks how often the forecast of the next value contained it, each time from only the values before it. */
final class ForecastCheck {
    private static final double TOLERANCE = 0.03;

    /** So many forecasts at the beginning of each series are also counted by themselves. */
    private static final int EARLY = 15;

    private ForecastCheck() {}

    /**
     * A forecast and the actual value.
     *
     * @param place how many forecasts of its series came before it
     * @param half half of the width, as a share
     */
    private record One(int place, boolean inside, double half) {}

    static String table(
            MeasuredSeries labelled,
            MeasuredSeries unlabelled,
            List<MeasuredSeries> nights,
            List<OnMachines> machines) {
        StringBuilder text = new StringBuilder(
                "forecasts: 95 % intervals of the next value, from at least " + Forecasts.FEWEST
                        + " values before it\n\n"
                        + "| series                         | forecasts | contained what came | half width, median | the first "
                        + EARLY
                        + " of each series |\n"
                        + "|--------------------------------|----------:|--------------------:|-------------------:|---------------------------:|\n");
        text.append(row("labelled", List.of(labelled.values())));
        text.append(row("long", List.of(unlabelled.values())));
        text.append(row(
                "nights, each machine by itself",
                nights.stream().flatMap(ForecastCheck::eachMachine).toList()));
        text.append(row(
                "ratios on changing machines",
                machines.stream().map(one -> one.ratios().values()).toList()));
        return text.toString();
    }

    static Stream<Values> eachMachine(MeasuredSeries series) {
        return series.byMachine().stream()
                .map(places -> Values.of(
                        places.stream().mapToDouble(i -> series.values().get(i))));
    }

    private static String row(String name, List<Values> series) {
        List<One> all = all(series);
        double[] halves = all.stream().mapToDouble(One::half).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "| %-30s | %9d | %19s | %16.1f %% | %26s |%n",
                name,
                all.size(),
                SeriesCheck.share(share(all)),
                100 * halves[halves.length / 2],
                SeriesCheck.share(
                        share(all.stream().filter(one -> one.place < EARLY).toList())));
    }

    private static List<One> all(List<Values> series) {
        return series.parallelStream().flatMap(one -> of(one).stream()).toList();
    }

    /** The share of values that lay where they were expected. */
    static Share inside(List<Values> series) {
        return share(all(series));
    }

    private static Share share(List<One> all) {
        return all.stream().map(one -> Share.of(one.inside)).reduce(Share.NONE, Share::plus);
    }

    private static List<One> of(Values series) {
        Forecasts forecasts = Forecasts.of(series, TOLERANCE, series.size());
        List<One> all = new ArrayList<>();
        IntStream.range(0, series.size()).forEach(i -> forecasts
                .of(i)
                .ifPresent(expected -> all.add(new One(all.size(), !forecasts.surprised(i), half(expected)))));
        return all;
    }

    private static double half(Interval expected) {
        return Math.log(expected.high() / expected.low()) / 2;
    }
}
