package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A case measured run after run on changing machines, composed of real forks of the same code. Each run draws three forks for its
 * base and three for its head, and its machine makes both slower or faster by the same factor.
 *
 * @param times the times of the head, for a series of times
 * @param ratios head / base, for an anchored series
 */
record OnMachines(MeasuredSeries times, MeasuredSeries ratios) {
    /** The number of runs. */
    static final int RUNS = 60;

    private static final int FORKS = 3;
    private static final int MACHINES = 3;

    /** How often a run is on another machine than the one before it; on GitHub-hosted runners this is higher, 47 % of nights. */
    private static final double CHANGES = 0.3;

    /** The spread of machines on the log scale: a median difference of some 13 % between two, as on GitHub-hosted runners. */
    private static final double APART = 0.13;

    /**
     * Draws a series.
     *
     * @param head the ratio head / base in each run
     */
    static OnMachines of(SameCode benchmark, Window window, IntToDoubleFunction head, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] factors = new double[MACHINES];
        for (int i = 0; i < MACHINES; i++) {
            factors[i] = Math.exp(APART
                    * Math.sqrt(-2 * Math.log(1 - random.nextDouble()))
                    * Math.cos(2 * Math.PI * random.nextDouble()));
        }
        List<Double> forks = new ArrayList<>(benchmark.forks().stream()
                .map(fork -> Math.log(fork.slice(window.warmup(), window.warmup() + window.measured())
                        .mean()))
                .toList());
        double[] times = new double[RUNS];
        double[] ratios = new double[RUNS];
        List<Integer> machines = new ArrayList<>();
        int machine = 0;
        for (int run = 0; run < RUNS; run++) {
            machine = random.nextDouble() < CHANGES ? random.nextInt(MACHINES) : machine;
            machines.add(machine);
            for (int i = forks.size() - 1; i > 0; i--) {
                Collections.swap(forks, i, random.nextInt(i + 1));
            }
            double ofHead = mean(forks.subList(0, FORKS)) + Math.log(head.applyAsDouble(run));
            times[run] = factors[machine] * Math.exp(ofHead);
            ratios[run] = Math.exp(ofHead - mean(forks.subList(FORKS, 2 * FORKS)));
        }
        List<Integer> commits = IntStream.range(0, RUNS).boxed().toList();
        return new OnMachines(
                new MeasuredSeries(benchmark.name(), Values.of(times), machines, commits),
                new MeasuredSeries(benchmark.name(), Values.of(ratios), machines, commits));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
