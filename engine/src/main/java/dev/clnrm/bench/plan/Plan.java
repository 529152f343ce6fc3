package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The measurements of a run, on one side or on two sides in turns.
 *
 * @param cases the cases of the head, in the order declared
 * @param base the side to compare with; empty in a run of one side
 * @param seed decides the order of forks and which side comes first, so that a run can be repeated in the same order
 * @param timeBudgetSeconds the time after which no fork is started; empty for no limit
 * @param shared whether the cases of a round share JVMs if their JVMs are started in the same way
 * @param pace the time of forks in an earlier run here; empty if there is no comparable run
 */
public record Plan(
        List<PlannedCase> cases,
        Optional<Base> base,
        long seed,
        Optional<Double> timeBudgetSeconds,
        boolean shared,
        Optional<Pace> pace) {
    public Plan {
        cases = List.copyOf(cases);
    }

    /** A plan of one side in which every fork has its own JVM. */
    public Plan(List<PlannedCase> cases, long seed, Optional<Double> timeBudgetSeconds) {
        this(cases, Optional.empty(), seed, timeBudgetSeconds, false);
    }

    /** A plan without a known pace. */
    public Plan(
            List<PlannedCase> cases,
            Optional<Base> base,
            long seed,
            Optional<Double> timeBudgetSeconds,
            boolean shared) {
        this(cases, base, seed, timeBudgetSeconds, shared, Optional.empty());
    }

    /** The same on a machine whose pace may be known. */
    public Plan at(Optional<Pace> known) {
        return new Plan(cases, base, seed, timeBudgetSeconds, shared, known);
    }

    /** What its cases are called. */
    public List<CaseName> names() {
        return cases.stream().map(PlannedCase::name).toList();
    }

    /** Some of its cases. */
    public Plan only(Predicate<CaseName> wanted) {
        return with(cases.stream().filter(one -> wanted.test(one.name())).toList(), base);
    }

    /**
     * The same cases, measured in turns with the cases of the same names in another plan.
     *
     * @param other the base
     * @param same how much of the code is the same on both sides, by case
     * @param skip whether cases are omitted if they read only what is known to be the same
     */
    public Plan against(Plan other, Map<CaseName, Sameness> same, boolean skip) {
        Map<CaseName, PlannedCase> there = new LinkedHashMap<>();
        other.cases.forEach(one -> there.put(one.name(), one));
        List<PlannedCase> here = new ArrayList<>();
        Map<CaseName, PlannedCase> both = new LinkedHashMap<>();
        List<CaseName> sameCode = new ArrayList<>();
        List<CaseName> skipped = new ArrayList<>();
        for (PlannedCase one : cases) {
            Sameness sameness = same.getOrDefault(one.name(), Sameness.DIFFERENT);
            Optional<PlannedCase> before = Optional.ofNullable(there.remove(one.name()));
            if (skip && sameness == Sameness.ALL) {
                skipped.add(one.name());
                continue;
            }
            here.add(one);
            before.ifPresent(ofBase -> both.put(one.name(), ofBase.measuredAs(one)));
            if (sameness != Sameness.DIFFERENT) {
                sameCode.add(one.name());
            }
        }
        return with(here, Optional.of(new Base(both, sameCode, List.copyOf(there.values()), skipped)));
    }

    /** The same with these cases: they replace cases with the same names, and others are added. */
    public Plan with(List<PlannedCase> others) {
        Map<CaseName, PlannedCase> all = new LinkedHashMap<>();
        cases.forEach(one -> all.put(one.name(), one));
        others.forEach(one -> all.put(one.name(), one));
        return with(List.copyOf(all.values()), base);
    }

    /** The plan of the base alone: the cases that both sides have. */
    public Plan ofBase() {
        return with(base.map(side -> List.copyOf(side.cases().values())).orElse(List.of()), Optional.empty());
    }

    private Plan with(List<PlannedCase> some, Optional<Base> other) {
        return new Plan(some, other, seed, timeBudgetSeconds, shared, pace);
    }

    /** The case on the base; empty if there is no base or if the base does not have the case. */
    public Optional<PlannedCase> onBase(CaseName name) {
        return base.flatMap(side -> Optional.ofNullable(side.cases().get(name)));
    }

    /** Whether the base comes first for a case in a round. The order alternates, and half of the cases start with the base. */
    public boolean baseFirst(CaseName name, int round) {
        return ((name.hashCode() ^ Long.hashCode(seed)) + round) % 2 == 0;
    }

    /** The number of rounds until every case has its minimum of forks; the case with the most forks decides. */
    public int rounds() {
        return cases.stream().mapToInt(Plan::least).max().orElse(0);
    }

    /** The number of rounds until every case has its maximum of forks. */
    public int mostRounds() {
        return cases.stream().mapToInt(this::most).max().orElse(0);
    }

    private static int least(PlannedCase one) {
        return one.effort().forks().min();
    }

    /** The maximum of forks of a case on each side. A case that only the head has is not compared, so it gets only its minimum. */
    int most(PlannedCase one) {
        return base.isPresent() && onBase(one.name()).isEmpty()
                ? least(one)
                : one.effort().forks().max();
    }

    /**
     * The forks that a case gets before anything is judged. Two sides are judged together, so each case gets as many forks as the
     * case with the most.
     */
    public int sure(PlannedCase one) {
        return base.isPresent() ? Math.min(most(one), rounds()) : least(one);
    }

    /**
     * The JVMs of one round, each with its cases. Every round has a different order, so that a case does not always follow the
     * same other case.
     */
    public List<List<PlannedCase>> jvms(int round) {
        return together(
                shuffled(round, cases.stream().filter(c -> round < sure(c)).toList()));
    }

    /**
     * The JVMs of a round after the minimum of forks, in a different order too.
     *
     * @param forks the number of forks of each case; cases that already have them are omitted
     */
    public List<List<PlannedCase>> further(int round, Map<CaseName, Integer> forks) {
        Predicate<PlannedCase> wanted = c -> round >= sure(c) && round < forks.getOrDefault(c.name(), 0);
        List<PlannedCase> able = cases.stream().filter(c -> round < most(c)).toList();
        return together(
                base.isPresent()
                        ? shuffled(round, able).stream().filter(wanted).toList()
                        : shuffled(round, able.stream().filter(wanted).toList()));
    }

    private List<PlannedCase> shuffled(int round, List<PlannedCase> some) {
        List<PlannedCase> order = new ArrayList<>(some);
        Collections.shuffle(order, new Random(seed * 1_000_003 + round));
        return order;
    }

    /**
     * Groups cases by JVM. If nothing is shared, each case has its own JVM. An annotated benchmark is never twice in a JVM,
     * because its cases run the same code.
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

    /** The minimum of forks of all cases and sides. */
    public int forks() {
        return cases.stream().mapToInt(c -> least(c) * sides(c)).sum();
    }

    /** The maximum of forks of all cases and sides. */
    public int mostForks() {
        return cases.stream().mapToInt(c -> most(c) * sides(c)).sum();
    }

    /**
     * The estimated time of the run before inconclusive cases get more forks, in seconds. An adaptive warm-up counts as what most
     * benchmarks need, not as its maximum.
     */
    public double likelySeconds() {
        return seconds(Plan::least);
    }

    /** The time of the run if every case gets its maximum of forks, in seconds. */
    public double mostSeconds() {
        return seconds(this::most);
    }

    private double seconds(ToIntFunction<PlannedCase> forks) {
        return cases.stream()
                .mapToDouble(c -> forks.applyAsInt(c) * sides(c) * forkSeconds(c))
                .sum();
    }

    private int sides(PlannedCase one) {
        return onBase(one.name()).isPresent() ? 2 : 1;
    }

    private double forkSeconds(PlannedCase one) {
        Effort effort = one.effort();
        return pace.isEmpty() && OldJmh.isIn(one.launch())
                ? OldJmh.forkSeconds(one)
                : pace.orElseGet(() -> Pace.usual(effort, shared)).forkSeconds(effort);
    }
}
