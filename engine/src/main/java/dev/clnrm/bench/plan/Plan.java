package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Warmup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * What a run measures.
 *
 * @param cases in the order declared
 * @param seed decides the order of forks, so that a run can be repeated in its very order
 * @param timeBudgetSeconds when no further fork is started; absent: never
 * @param shared whether the cases of a round share JVMs where they are started alike
 */
public record Plan(List<PlannedCase> cases, long seed, Optional<Double> timeBudgetSeconds, boolean shared) {
    /** What a fork costs beside its iterations: its start, its end and the gaps, in seconds, measured on two shared cores. */
    private static final double AROUND_SECONDS = 0.35;

    /** A usual adaptive warm-up, in seconds: streams and sorting are steady after 0.2 s, much library code after half a second. */
    private static final double WARMUP_SECONDS = 0.6;

    /** What a case costs beside its iterations in a JVM it shares: classes, fixtures and the gaps between iterations. */
    private static final double AROUND_SHARED_SECONDS = 0.05;

    public Plan {
        cases = List.copyOf(cases);
    }

    /** A plan in which every fork has its JVM to itself. */
    public Plan(List<PlannedCase> cases, long seed, Optional<Double> timeBudgetSeconds) {
        this(cases, seed, timeBudgetSeconds, false);
    }

    /** Some of its cases. */
    public Plan only(Predicate<CaseName> wanted) {
        return new Plan(
                cases.stream().filter(one -> wanted.test(one.name())).toList(), seed, timeBudgetSeconds, shared);
    }

    /** Rounds until no case may have another fork. */
    public int mostRounds() {
        return cases.stream().mapToInt(c -> c.effort().forks().max()).max().orElse(0);
    }

    /** Rounds until the forks that every case gets are run; the longest case decides. */
    public int rounds() {
        return cases.stream().mapToInt(c -> c.effort().forks().min()).max().orElse(0);
    }

    /** The cases of one round in its own order, so that no case is always measured after the same other one. */
    public List<PlannedCase> round(int number) {
        return shuffled(
                number,
                cases.stream().filter(c -> number < c.effort().forks().min()).toList());
    }

    private List<PlannedCase> shuffled(int number, List<PlannedCase> some) {
        List<PlannedCase> order = new ArrayList<>(some);
        Collections.shuffle(order, new Random(seed * 1_000_003 + number));
        return order;
    }

    /** The cases of one round by the JVMs that measure them, each JVM's in its order. */
    public List<List<PlannedCase>> jvms(int number) {
        return together(round(number));
    }

    /**
     * The JVMs of a round after those that every case gets, in an order of their own as well.
     *
     * @param number of the round
     * @param forks by case up to how many it gets; those that have them by then are left out
     */
    public List<List<PlannedCase>> further(int number, Map<CaseName, Integer> forks) {
        return together(shuffled(
                number,
                cases.stream()
                        .filter(c -> number >= c.effort().forks().min()
                                && number < Math.min(c.effort().forks().max(), forks.getOrDefault(c.name(), 0)))
                        .toList()));
    }

    /**
     * Cases by the JVMs that measure them. Where nothing is shared, each case has its own; an annotated benchmark is never twice in a
     * JVM, for its cases run the same code.
     */
    private List<List<PlannedCase>> together(List<PlannedCase> order) {
        if (!shared) {
            return order.stream().map(List::of).toList();
        }
        Map<Object, List<PlannedCase>> jvms = new LinkedHashMap<>();
        Map<Target.Jmh, Integer> times = new HashMap<>();
        for (PlannedCase planned : order) {
            Object jvm = planned.name();
            if (planned.target() instanceof Target.Jmh target) {
                int time = target.isShape() ? 0 : times.merge(target.withoutParameters(), 1, Integer::sum);
                jvm = List.of(planned.launch(), time);
            }
            jvms.computeIfAbsent(jvm, key -> new ArrayList<>()).add(planned);
        }
        return List.copyOf(jvms.values());
    }

    /** How many forks every case together gets for sure. */
    public int forks() {
        return cases.stream().mapToInt(c -> c.effort().forks().min()).sum();
    }

    /**
     * About how long the run takes before inconclusive cases get more forks, in seconds. An adaptive warm-up counts as what most benchmarks
     * need, not as its cap.
     */
    public double likelySeconds() {
        return cases.stream()
                .mapToDouble(c -> c.effort().forks().min() * forkSeconds(c.effort(), shared))
                .sum();
    }

    /** About how long a fork takes, in seconds. */
    static double forkSeconds(Effort effort, boolean shared) {
        return (shared ? AROUND_SHARED_SECONDS : AROUND_SECONDS)
                + Math.min(effort.longestWarmup(), warmup(effort))
                + effort.measuredSeconds();
    }

    private static double warmup(Effort effort) {
        return effort.warmup() instanceof Warmup.Fixed ? effort.longestWarmup() : WARMUP_SECONDS;
    }
}
