package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.CaseName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a run measures that compares two sides.
 *
 * @param cases in the order declared
 * @param vanished the cases that only the base has; they are not measured
 * @param skipped the cases of the head left out because all they reach is the same on both sides
 * @param seed decides the order of cases, and which side comes first
 * @param timeBudgetSeconds when no further fork is started; absent: never
 */
public record TwoSidedPlan(
        List<TwoSidedCase> cases,
        List<PlannedCase> vanished,
        List<CaseName> skipped,
        long seed,
        Optional<Double> timeBudgetSeconds) {
    public TwoSidedPlan {
        cases = List.copyOf(cases);
        vanished = List.copyOf(vanished);
        skipped = List.copyOf(skipped);
    }

    /** The most rounds there can be. */
    public int rounds() {
        return cases.stream().mapToInt(TwoSidedCase::most).max().orElse(0);
    }

    /** The cases that can have a fork in a round, in its own order, so that no case is always measured after the same other one. */
    public List<TwoSidedCase> round(int number) {
        List<TwoSidedCase> order =
                new ArrayList<>(cases.stream().filter(c -> number < c.most()).toList());
        Collections.shuffle(order, new Random(seed * 1_000_003 + number));
        return order;
    }

    /** Whether the base comes first in a case's block of a round: in turns, and in half of the cases from the first round on. */
    public boolean baseFirst(CaseName name, int round) {
        return ((name.hashCode() ^ Long.hashCode(seed)) + round) % 2 == 0;
    }

    /** The forks that are run for sure. */
    public int leastForks() {
        return cases.stream().mapToInt(c -> c.least() * sides(c)).sum();
    }

    /** The most forks there can be. */
    public int mostForks() {
        return cases.stream().mapToInt(c -> c.most() * sides(c)).sum();
    }

    /** About how long the forks that are run for sure take, in seconds. */
    public double leastSeconds() {
        return cases.stream()
                .mapToDouble(
                        c -> c.least() * sides(c) * Plan.forkSeconds(c.head().effort(), false))
                .sum();
    }

    /** How long it takes at most, in seconds. */
    public double mostSeconds() {
        return cases.stream()
                .mapToDouble(
                        c -> c.most() * sides(c) * Plan.forkSeconds(c.head().effort(), false))
                .sum();
    }

    /** The head as a plan of its own. */
    public Plan head() {
        return new Plan(cases.stream().map(TwoSidedCase::head).toList(), seed, timeBudgetSeconds);
    }

    /** The base as a plan of its own: what both sides have. */
    public Plan base() {
        return new Plan(cases.stream().flatMap(c -> c.base().stream()).toList(), seed, timeBudgetSeconds);
    }

    /**
     * Two plans brought together by the names of their cases.
     *
     * @param same by case how much of its code is the same on both sides
     * @param skip whether those are left out that read nothing but what is known to be the same
     */
    public static TwoSidedPlan of(Plan base, Plan head, Map<CaseName, Sameness> same, boolean skip) {
        List<TwoSidedCase> cases = new ArrayList<>();
        List<CaseName> skipped = new ArrayList<>();
        for (PlannedCase one : head.cases()) {
            Sameness sameness = same.getOrDefault(one.name(), Sameness.DIFFERENT);
            if (skip && sameness == Sameness.ALL) {
                skipped.add(one.name());
            } else {
                cases.add(new TwoSidedCase(
                        find(base, one.name()).map(other -> alike(other, one)), one, sameness != Sameness.DIFFERENT));
            }
        }
        List<PlannedCase> vanished = base.cases().stream()
                .filter(one -> find(head, one.name()).isEmpty())
                .toList();
        return new TwoSidedPlan(cases, vanished, skipped, head.seed(), head.timeBudgetSeconds());
    }

    /** The base's code measured as the head's is: what the head says of JVM, arguments and effort holds for both. */
    private static PlannedCase alike(PlannedCase base, PlannedCase head) {
        Launch launch = new Launch(
                base.launch().classPath(),
                head.launch().jvm(),
                head.launch().jvmArgs(),
                head.launch().env(),
                base.launch().directory(),
                base.launch().jmhVersion());
        return new PlannedCase(base.name(), base.mode(), base.target(), launch, head.effort());
    }

    private static Optional<PlannedCase> find(Plan plan, CaseName name) {
        return plan.cases().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static int sides(TwoSidedCase one) {
        return one.base().isPresent() ? 2 : 1;
    }
}
