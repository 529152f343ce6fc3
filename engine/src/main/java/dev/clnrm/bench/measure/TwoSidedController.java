package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.TwoSidedCase;
import dev.clnrm.bench.plan.TwoSidedPlan;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs two sides in turns: in every round a block of one fork a side for each case that is not decided, the sides in the order A B, then
 * B A, so that a machine that drifts does so for both. After the least number of forks, the cases are looked at after every round; what
 * is decided gets no further forks. A block that something disturbed is run again as a whole. A block is run on both sides even if the
 * first fails, so that what is measured and said does not depend on which side comes first. After a failure of the head a case gets no
 * further forks; after one of the base alone the head gets the forks of a case that only the head has.
 */
public final class TwoSidedController {
    /** One block in four may be run again: where more are disturbed, measuring longer is no remedy, and the result says so. */
    private static final double MOST_AGAIN = 0.25;

    private final TwoSidedPlan plan;
    private final Function<List<JournalEntry>, Set<CaseName>> decided;
    private final Function<JournalEntry, Optional<String>> disturbance;
    private final RunListener listener;
    private final Forking forking;
    private final List<String> replaced = new ArrayList<>();
    private int blocks;

    /**
     * A run to be.
     *
     * @param plan what to run
     * @param earlier what an earlier part of the same run gave: its finished forks are kept, the others are run again
     * @param journal keeps each record, or throws where it cannot
     * @param decided which cases further forks would decide no better, given all records so far
     * @param disturbance what disturbed a fork so much that it is to be measured again
     * @param forks runs them
     */
    public TwoSidedController(
            TwoSidedPlan plan,
            List<JournalEntry> earlier,
            Consumer<JournalEntry> journal,
            Function<List<JournalEntry>, Set<CaseName>> decided,
            Function<JournalEntry, Optional<String>> disturbance,
            ForkRunner forks,
            RunListener listener) {
        this.plan = plan;
        this.decided = decided;
        this.disturbance = disturbance;
        this.listener = listener;
        this.forking = new Forking(earlier, journal, forks, listener, plan.timeBudgetSeconds(), System::nanoTime);
    }

    /** Runs until every case is decided or has its forks, the time is used up, or {@link #stop} is called. */
    public Controller.End run() {
        forking.begin();
        listener.planned(
                plan.head().cases(),
                plan.leastForks(),
                plan.leastSeconds(),
                forking.records().size());
        try {
            Set<CaseName> done = new HashSet<>();
            for (int round = 0; round < plan.rounds(); round++) {
                int forks = round;
                for (TwoSidedCase one : plan.round(round)) {
                    if (done.contains(one.name())) {
                        continue;
                    }
                    if (forking.stopped()) {
                        return Controller.End.STOPPED;
                    }
                    if (forking.timeIsUp()) {
                        return timeIsUp(round);
                    }
                    block(one, round);
                }
                if (plan.cases().stream()
                        .anyMatch(c -> forks + 1 >= c.head().effort().forks().min())) {
                    done.addAll(decided.apply(forking.records()));
                }
            }
            return forking.stopped() ? Controller.End.STOPPED : Controller.End.COMPLETE;
        } catch (InterruptedException e) {
            return Controller.End.STOPPED;
        } finally {
            forking.end();
        }
    }

    private Controller.End timeIsUp(int round) {
        boolean enough = plan.cases().stream()
                .allMatch(c -> round >= c.head().effort().forks().min());
        if (!enough) {
            return Controller.End.TIME_BUDGET;
        }
        listener.noted("the time budget left no room for further forks of inconclusive cases");
        return Controller.End.COMPLETE;
    }

    private void block(TwoSidedCase one, int round) throws InterruptedException {
        if (over(one, round)) {
            return;
        }
        boolean before = there(one, round);
        if (!before) {
            forking.startAlike(turns(one, round).stream().map(Turn::planned).toList());
        }
        for (Turn turn : turns(one, round)) {
            forking.fork(List.of(turn.planned), turn.side, round);
        }
        blocks++;
        Optional<String> why = disturbance(one, round);
        if (!before && why.isPresent() && replaced.size() < Math.max(1, MOST_AGAIN * blocks) && !forking.over()) {
            replaced.add(one.name() + " fork " + (round + 1) + ": " + why.get());
            for (Turn turn : turns(one, round)) {
                forking.again(turn.planned, turn.side, round);
            }
        }
    }

    /** Whether failures in earlier rounds leave nothing to measure in this one. */
    private boolean over(TwoSidedCase one, int round) {
        return forking.failed(one.name(), JournalEntry.HEAD)
                || (forking.failed(one.name(), JournalEntry.BASE)
                        && round >= one.head().effort().forks().min());
    }

    private boolean there(TwoSidedCase one, int round) {
        return turns(one, round).stream().allMatch(turn -> forking.there(one.name(), turn.side, round));
    }

    /** What disturbed a block, of the last records of its forks. */
    private Optional<String> disturbance(TwoSidedCase one, int round) {
        return forking.records().stream()
                .filter(r -> r.name().equals(one.name()) && r.fork() == round && r.finished())
                .flatMap(r -> disturbance.apply(r).map(why -> r.side() + " " + why).stream())
                .findFirst();
    }

    private List<Turn> turns(TwoSidedCase one, int round) {
        Turn head = new Turn(one.head(), JournalEntry.HEAD);
        if (one.base().isEmpty()) {
            return List.of(head);
        }
        Turn base = new Turn(one.base().get(), JournalEntry.BASE);
        return plan.baseFirst(one.name(), round) ? List.of(base, head) : List.of(head, base);
    }

    /** Ends the run as soon as possible, as {@link Controller#stop} does. Safe to call from any thread. */
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

    /** A fork of a block. */
    private record Turn(PlannedCase planned, String side) {}
}
