package dev.clnrm.bench.run;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.ForkRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a plan fork by fork: round after round over all cases, then further forks for what is still undecided. A case of which a fork
 * failed gets no further ones. Every record goes to the journal before the next fork is started.
 */
public final class Controller {
    private final Plan plan;
    private final Function<List<ForkRecord>, Set<CaseName>> undecided;
    private final RunListener listener;
    private final Forking forking;

    /** How a run came to its end. */
    public enum End {
        /** Every case has the forks it gets for sure. */
        COMPLETE,
        /** The time budget was used up before that. */
        TIME_BUDGET,
        /** Someone asked it to stop. */
        STOPPED
    }

    /**
     * A run to be.
     *
     * @param plan what to run
     * @param earlier what an earlier part of the same run gave: its finished forks are kept, the others are run again
     * @param journal keeps each record, or throws where it cannot
     * @param undecided which cases more forks might decide, given all records so far
     * @param forks runs them
     */
    public Controller(
            Plan plan,
            List<ForkRecord> earlier,
            Consumer<ForkRecord> journal,
            Function<List<ForkRecord>, Set<CaseName>> undecided,
            ForkRunner forks,
            RunListener listener) {
        this.plan = plan;
        this.undecided = undecided;
        this.listener = listener;
        this.forking = new Forking(earlier, journal, forks, listener, plan.timeBudgetSeconds());
    }

    /** Runs until everything is run, the time is used up, or {@link #stop} is called. */
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
                    forking.fork(jvm, ForkRecord.HEAD, round);
                }
            }
            return further(new HashSet<>(undecided.apply(forking.records())));
        } catch (InterruptedException e) {
            return End.STOPPED;
        } finally {
            forking.end();
        }
    }

    /** More forks of cases that more forks might decide. */
    private End further(Set<CaseName> open) throws InterruptedException {
        int most = plan.cases().stream()
                .mapToInt(c -> c.effort().forks().max())
                .max()
                .orElse(0);
        for (int round = 0; round < most; round++) {
            for (PlannedCase planned : plan.cases()) {
                boolean more = round >= planned.effort().forks().min()
                        && round < planned.effort().forks().max();
                if (more && open.contains(planned.name())) {
                    if (forking.stopped()) {
                        return End.STOPPED;
                    }
                    if (forking.timeIsUp()) {
                        listener.noted("the time budget left no room for further forks of undecided cases");
                        return End.COMPLETE;
                    }
                    forking.fork(List.of(planned), ForkRecord.HEAD, round);
                }
            }
        }
        return forking.stopped() ? End.STOPPED : End.COMPLETE;
    }

    /**
     * Ends the run as soon as possible: the current fork is ended, and leaves no record unless it had finished already. Safe to call
     * from any thread.
     */
    public void stop() {
        forking.stop();
    }

    /** All records: those kept and those of this part of the run. */
    public List<ForkRecord> records() {
        return forking.records();
    }
}
