package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.Warmup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a run measures.
 *
 * @param cases in the order declared
 * @param seed decides the order of forks, so that a run can be repeated in its very order
 * @param timeBudgetSeconds when no further fork is started; absent: never
 */
public record Plan(List<PlannedCase> cases, long seed, Optional<Double> timeBudgetSeconds) {
    /** What a fork costs beside its iterations: its start, its end and the gaps, in seconds, measured on two shared cores. */
    private static final double AROUND_SECONDS = 0.35;

    /** A usual adaptive warm-up, in seconds: streams and sorting are steady after 0.2 s, much library code after half a second. */
    private static final double WARMUP_SECONDS = 0.6;

    public Plan {
        cases = List.copyOf(cases);
    }

    /** Rounds until the forks that every case gets are run; the longest case decides. */
    public int rounds() {
        return cases.stream().mapToInt(c -> c.effort().forks().min()).max().orElse(0);
    }

    /** The cases of one round in its own order, so that no case is always measured after the same other one. */
    public List<PlannedCase> round(int number) {
        List<PlannedCase> order = new ArrayList<>(
                cases.stream().filter(c -> number < c.effort().forks().min()).toList());
        Collections.shuffle(order, new Random(seed * 1_000_003 + number));
        return order;
    }

    /** How many forks every case together gets for sure. */
    public int forks() {
        return cases.stream().mapToInt(c -> c.effort().forks().min()).sum();
    }

    /**
     * About how long the run takes before undecided cases get more forks, in seconds. An adaptive warm-up counts as what most benchmarks
     * need, not as its cap.
     */
    public double likelySeconds() {
        return cases.stream()
                .mapToDouble(c -> c.effort().forks().min()
                        * (AROUND_SECONDS
                                + Math.min(c.effort().longestWarmup(), warmup(c.effort()))
                                + c.effort().measuredSeconds()))
                .sum();
    }

    private static double warmup(Effort effort) {
        return effort.warmup() instanceof Warmup.Fixed ? effort.longestWarmup() : WARMUP_SECONDS;
    }
}
