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
 * Runs a plan block by block: first the rounds over all cases, then further forks for the cases that those rounds did not decide. Every
 * record goes to the journal before the next fork starts.
 *
 * <p>A block is a JVM on the head or, if there is a base, one JVM on each side. The order is A B, then B A, so that a drift of the
 * machine affects both sides. Both sides of a block run even if the first fails, so that the measured forks do not depend on which side
 * comes first. After a failure on the head, a case gets no further forks. After a failure on the base only, the head gets the forks of a
 * case that only the head has. A disturbed block runs again as a whole.
 */
public final class Controller {
    /** At most one block in four runs again: if more are disturbed, measuring longer does not help, and the result says so. */
    private static final double MOST_AGAIN = 0.25;

    private final Plan plan;
    private final Function<List<JournalEntry>, MoreForks> undecided;
    private final Function<JournalEntry, Optional<String>> disturbance;
    private final RunListener listener;
    private final Forking forking;
    private final int earlier;
    private final List<String> replaced = new ArrayList<>();
    private int blocks;

    /** The end of a run. */
    public enum End {
        /** Every case has its guaranteed forks. */
        COMPLETE,
        /** The time budget was used up before every case had them. */
        TIME_BUDGET,
        /** A caller stopped it. */
        STOPPED
    }

    /** The cases of one side that one JVM measures. */
    private record Turn(String side, List<PlannedCase> cases) {}

    /**
     * Creates a controller.
     *
     * @param plan the plan to run
     * @param earlier the records of an earlier part of the same run: its finished forks are kept, the others run again
     * @param journal keeps each record, or throws if it cannot
     * @param undecided the cases that more forks might decide; asked once every case has its guaranteed forks, and with two sides again
     *     after each further round
     * @param disturbance a disturbance of a fork that is large enough to measure it again
     * @param forks runs the forks
     * @param nanos a monotonic clock
     */
    public Controller(
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

    /** Runs until everything is measured or decided, the time is used up, or {@link #stop} is called. */
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

    /** The records of the guaranteed forks. They are the same whether the run continues from here or is resumed later. */
    private List<JournalEntry> firstLook() {
        Map<CaseName, Integer> sure = plan.cases().stream().collect(Collectors.toMap(PlannedCase::name, plan::sure));
        return forking.records().stream()
                .filter(record -> record.fork() < sure.getOrDefault(record.name(), 0))
                .toList();
    }

    /** Runs further forks of the cases that more forks might decide. Without time left, only forks that must run regardless of time follow. */
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

    /** About how many further forks end in time if they take as long as the previous ones. */
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

    /** Whether failures in earlier rounds end the measurement of the case before this round. */
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

    /** The disturbance of a block: that of its first disturbed fork. */
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
     * Ends the run as soon as possible. The current fork is ended, and has no record unless it had finished already. Safe to call from
     * any thread.
     */
    public void stop() {
        forking.stop();
    }

    /** All records: the kept records, and those of this part of the run. */
    public List<JournalEntry> records() {
        return forking.records();
    }

    /** The blocks that were run again, one clause each. */
    public List<String> replaced() {
        return List.copyOf(replaced);
    }
}
