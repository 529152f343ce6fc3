package dev.clnrm.bench.research;

import dev.clnrm.bench.calibrate.Share;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.MethodConstants;
import dev.clnrm.bench.stats.Relations;
import dev.clnrm.bench.stats.Spreads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Draws forks again and again and compares their intervals with the mean of all forks.
 *
 * @param benchmarks all of one file; the benchmarks of a project are a suite
 * @param window which iterations count
 * @param forks how many are drawn of each
 * @param splits how often
 * @param seed of the random numbers
 */
record Covering(List<SameCode> benchmarks, Window window, int forks, int splits, long seed) {
    /**
     * A benchmark with some of its forks drawn.
     *
     * @param drawn the drawn forks
     * @param all all forks
     */
    record Deal(CaseSamples drawn, CaseSamples all) {
        private double truth() {
            return value(ForkLevel.time(all, Spreads.ALONE, MethodConstants.CONFIDENCE));
        }

        /** √(1 − n/N). */
        private double correction() {
            return Math.sqrt(1 - (double) drawn.forks().size() / all.forks().size());
        }
    }

    /**
     * One interval.
     *
     * @param held whether it contained the truth
     * @param half its half-width on the log scale
     */
    record Held(boolean held, double half) {
        private static Held of(Estimate estimate, double truth, double correction) {
            Interval interval = estimate.interval().orElseThrow();
            double half = Math.log(interval.high() / interval.estimate());
            return new Held(Math.abs(Math.log(interval.estimate() / truth)) <= half * correction, half);
        }
    }

    Coverage.Row row(String name, Function<List<Deal>, List<Held>> intervals) {
        List<List<SameCode>> suites = suites();
        List<Held> all = IntStream.range(0, splits * suites.size())
                .parallel()
                .mapToObj(i -> intervals.apply(deal(suites.get(i % suites.size()), new SplittableRandom(seed + i))))
                .flatMap(List::stream)
                .toList();
        double[] halves = all.stream().mapToDouble(Held::half).sorted().toArray();
        double squares = DoubleStream.of(halves).map(half -> half * half).sum();
        return new Coverage.Row(
                name,
                forks,
                new Share(all.stream().filter(Held::held).count(), all.size()),
                halves[halves.length / 2],
                Math.sqrt(squares / halves.length));
    }

    private List<List<SameCode>> suites() {
        Map<String, List<SameCode>> suites = new LinkedHashMap<>();
        benchmarks.forEach(one ->
                suites.computeIfAbsent(one.project(), key -> new ArrayList<>()).add(one));
        return List.copyOf(suites.values());
    }

    private List<Deal> deal(List<SameCode> suite, SplittableRandom random) {
        return suite.stream().map(one -> deal(one, random)).toList();
    }

    private Deal deal(SameCode benchmark, SplittableRandom random) {
        List<Values> all = new ArrayList<>(benchmark.forks());
        for (int i = all.size() - 1; i > 0; i--) {
            Collections.swap(all, i, random.nextInt(i + 1));
        }
        List<Values> cut = all.stream()
                .map(fork -> fork.slice(window.warmup(), window.warmup() + window.measured()))
                .toList();
        CaseName name = new CaseName(benchmark.project(), benchmark.name(), Map.of());
        return new Deal(Drawn.samples(name, "head", cut.subList(0, forks)), Drawn.samples(name, "head", cut));
    }

    /** The interval of this program. */
    static List<Held> moderated(List<Deal> suite) {
        Spreads side = side(suite);
        return suite.stream()
                .map(one -> Held.of(
                        ForkLevel.time(one.drawn, side, MethodConstants.CONFIDENCE), one.truth(), one.correction()))
                .toList();
    }

    /** The ratio of every second case to the one before it, as in a law. */
    static List<Held> ratios(List<Deal> suite) {
        Spreads side = side(suite);
        return IntStream.range(0, suite.size() / 2)
                .mapToObj(i -> {
                    Deal slower = suite.get(2 * i + 1);
                    Deal faster = suite.get(2 * i);
                    return Held.of(
                            Relations.ratio(slower.drawn, faster.drawn, side, MethodConstants.CONFIDENCE),
                            slower.truth() / faster.truth(),
                            slower.correction());
                })
                .toList();
    }

    private static Spreads side(List<Deal> suite) {
        return Spreads.of(suite.stream().map(Deal::drawn).toList());
    }

    /** Student's interval from the case's own forks, with n − 1 degrees of freedom (Student 1908). */
    static List<Held> student(List<Deal> suite) {
        int forks = suite.get(0).drawn.forks().size();
        double quantile =
                new TDistribution(null, forks - 1.0).inverseCumulativeProbability(0.5 + MethodConstants.CONFIDENCE / 2);
        return suite.stream().map(one -> student(one, quantile)).toList();
    }

    private static Held student(Deal one, double quantile) {
        double[] logs = one.drawn.forks().stream()
                .mapToDouble(fork -> Math.log(Drawn.mean(fork.samples().values())))
                .toArray();
        double mean = DoubleStream.of(logs).average().orElseThrow();
        double squares =
                DoubleStream.of(logs).map(log -> (log - mean) * (log - mean)).sum();
        double half = quantile * Math.sqrt(squares / (logs.length - 1) / logs.length);
        return new Held(Math.abs(mean - Math.log(one.truth())) <= half * one.correction(), half);
    }

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }
}
