package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Runs a plan block by block: round after round over all cases, then further forks for the cases that those rounds did not decide. Every
 * record goes to the journal before the next fork starts.
 *
 * <p>A block is a JVM on the head or, if there is a base, one on each side, in the order A B, then B A, so that a machine that drifts does
 * so for both. Both sides of a block run even if the first fails, so that what is measured does not depend on which side comes first.
 * After a failure on the head a case gets no further forks; after one on the base alone the head gets the forks of a case that only the
 * head has. A block that something disturbed runs again as a whole.
 */
public final class Controller {
    /** One block in four may be run again: if more are disturbed, measuring longer does not help, and the result says so. */
    private static final double MOST_AGAIN = 0.25;

    private final Plan plan;
    private final Function<List<JournalEntry>, MoreForks> undecided;
    private final Function<JournalEntry, Optional<String>> disturbance;
    private final RunListener listener;
    private final Forking forking;
    private final int earlier;
    private final List<String> replaced = new ArrayList<>();
    private int blocks;

    /** How a run came to its end. */
    public enum End {
        /** Every case has the forks it gets for sure. */
        COMPLETE,
        /** The time budget was used up before that. */
        TIME_BUDGET,
        /** Someone asked it to stop. */
        STOPPED
    }

    /** The cases of one side that one JVM measures. */
    private record Turn(String side, List<PlannedCase> cases) {}

    /**
     * A run to be.
     *
     * @param plan what to run
     * @param earlier what an earlier part of the same run gave: its finished forks are kept, the others are run again
     * @param journal keeps each record, or throws if it cannot
     * @param undecided what more forks might decide; asked once every case has the forks it gets for sure, and with two sides again after
     *     each further round
     * @param disturbance what disturbed a fork so much that it has to be measured again
     * @param forks runs them
     */
    public Controller(
            Plan plan,
            List<JournalEntry> earlier,
            Consumer<JournalEntry> journal,
            Function<List<JournalEntry>, MoreForks> undecided,
            Function<JournalEntry, Optional<String>> disturbance,
            ForkRunner forks,
            RunListener listener) {
        this(plan, earlier, journal, undecided, disturbance, forks, listener, System::nanoTime);
    }

    /** The same by another clock. */
    Controller(
            Plan plan,
            List<JournalEntry> earlier,
            Consumer<JournalEntry> journal,
            Function<List<JournalEntry>, MoreForks> undecided,
            Function<JournalEntry, Optional<String>> disturbance,
            ForkRunner forks,
            RunListener listener,
            LongSupplier nanos) {
        this.plan = plan;
        this.undecided = undecided;
        this.disturbance = disturbance;
        this.listener = listener;
        this.earlier = (int) earlier.stream().filter(JournalEntry::finished).count();
        this.forking = new Forking(earlier, journal, forks, listener, plan.timeBudgetSeconds(), nanos);
    }

    /** Runs until everything is run or decided, the time is used up, or {@link #stop} is called. */
    public End run() {
        forking.begin();
        listener.planned(
                plan.cases(),
                plan.forks(),
                plan.likelySeconds(),
                forking.records().size());
        try {
            for (int round = 0; round < plan.rounds(); round++) {
                for (List<PlannedCase> jvm : plan.jvms(round)) {
                    if (forking.over()) {
                        return forking.stopped() ? End.STOPPED : End.TIME_BUDGET;
                    }
                    block(jvm, round);
                }
            }
            return further(undecided.apply(firstLook()));
        } catch (InterruptedException e) {
            return End.STOPPED;
        } finally {
            forking.end();
        }
    }

    /** What every case gets for sure: the same whether the run goes on from here or is resumed later. */
    private List<JournalEntry> firstLook() {
        Map<CaseName, Integer> sure = plan.cases().stream().collect(Collectors.toMap(PlannedCase::name, plan::sure));
        return forking.records().stream()
                .filter(record -> record.fork() < sure.getOrDefault(record.name(), 0))
                .toList();
    }

    /** Further forks of the cases that more forks might decide: while there is time for what is open, however long for the rest. */
    private End further(MoreForks more) throws InterruptedException {
        double until = more.until(forking.seconds());
        Map<CaseName, Integer> forks = new LinkedHashMap<>(more.allotted(plan, affordable(until)));
        for (int round = 0; round < plan.mostRounds(); round++) {
            List<List<PlannedCase>> jvms = plan.further(round, forks);
            for (List<PlannedCase> jvm : jvms) {
                List<PlannedCase> due = forking.seconds() < until ? jvm : more.sure(jvm, round);
                if (forking.stopped()) {
                    return End.STOPPED;
                }
                if (forking.timeIsUp()) {
                    listener.noted("the time budget ran out before inconclusive cases had all their forks");
                    return End.COMPLETE;
                }
                block(due, round);
            }
            if (plan.base().isPresent() && !jvms.isEmpty()) {
                forks.keySet()
                        .retainAll(undecided.apply(forking.records()).most().keySet());
            }
        }
        return forking.stopped() ? End.STOPPED : End.COMPLETE;
    }

    /** About how many further forks end in time, if they take as long as those before. */
    private double affordable(double until) {
        int forks = forking.records().size() - earlier;
        double each = forks > 0 ? forking.seconds() / forks : plan.likelySeconds() / Math.max(1, plan.forks());
        return each > 0 ? (until - forking.seconds()) / each : 0;
    }

    private void block(List<PlannedCase> jvm, int round) throws InterruptedException {
        List<PlannedCase> due = jvm.stream().filter(one -> !over(one, round)).toList();
        if (due.isEmpty()) {
            return;
        }
        List<Turn> turns = turns(due, round);
        boolean there = turns.stream().allMatch(turn -> there(turn, round));
        if (turns.size() > 1 && !there) {
            forking.startAlike(
                    turns.stream().flatMap(turn -> turn.cases.stream()).toList());
        }
        for (Turn turn : turns) {
            forking.fork(turn.cases, turn.side, round);
        }
        blocks++;
        Optional<String> why = disturbed(due, round);
        if (!there && why.isPresent() && replaced.size() < Math.max(1, MOST_AGAIN * blocks) && !forking.over()) {
            replaced.add(why.get());
            for (Turn turn : turns) {
                forking.again(turn.cases, turn.side, round);
            }
        }
    }

    /** Whether failures in earlier rounds leave nothing to measure in this one. */
    private boolean over(PlannedCase one, int round) {
        return forking.failed(one.name(), JournalEntry.HEAD)
                || (forking.failed(one.name(), JournalEntry.BASE)
                        && round >= one.effort().forks().min());
    }

    private List<Turn> turns(List<PlannedCase> cases, int round) {
        Turn head = new Turn(JournalEntry.HEAD, cases);
        Turn base = new Turn(
                JournalEntry.BASE,
                cases.stream().flatMap(one -> plan.onBase(one.name()).stream()).toList());
        if (base.cases.isEmpty()) {
            return List.of(head);
        }
        return plan.baseFirst(cases.get(0).name(), round) ? List.of(base, head) : List.of(head, base);
    }

    private boolean there(Turn turn, int round) {
        return turn.cases.stream().allMatch(one -> forking.there(one.name(), turn.side, round));
    }

    /** What disturbed a block, by the first of its forks that something disturbed. */
    private Optional<String> disturbed(List<PlannedCase> block, int round) {
        Set<CaseName> names = block.stream().map(PlannedCase::name).collect(Collectors.toSet());
        return forking.records().stream()
                .filter(r -> names.contains(r.name()) && r.fork() == round && r.finished())
                .flatMap(r ->
                        disturbance
                                .apply(r)
                                .map(why -> r.name() + " fork " + (round + 1) + ": " + r.side() + " " + why)
                                .stream())
                .findFirst();
    }

    /**
     * Ends the run as soon as possible: the current fork is ended, and leaves no record unless it had finished already. Safe to call
     * from any thread.
     */
    public void stop() {
        forking.stop();
    }

    /** All records: those kept and those of this part of the run. */
    public List<JournalEntry> records() {
        return forking.records();
    }

    /** The blocks that were run again, one clause each. */
    public List<String> replaced() {
        return List.copyOf(replaced);
    }
}
