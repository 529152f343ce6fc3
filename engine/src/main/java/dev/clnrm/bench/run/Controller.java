package dev.clnrm.bench.run;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a plan fork by fork: round after round over all cases, then further forks for what is still undecided. A case of which a fork
 * failed gets no further ones. Every record goes to the journal before the next fork is started.
 */
public final class Controller {
    private final Plan plan;
    private final Consumer<ForkRecord> journal;
    private final Function<List<ForkRecord>, Set<CaseName>> undecided;
    private final ForkRunner forks;
    private final RunListener listener;
    private final List<ForkRecord> records;
    private final Map<CaseName, Integer> warmups = new HashMap<>();
    private final Set<CaseName> failed = new HashSet<>();
    private final long begin = System.nanoTime();
    private final Object workerLock = new Object();
    private Optional<Thread> worker = Optional.empty();
    private int nextOrder;
    private volatile boolean stopped;

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
        this.journal = journal;
        this.undecided = undecided;
        this.forks = forks;
        this.listener = listener;
        this.records =
                new ArrayList<>(earlier.stream().filter(ForkRecord::finished).toList());
        this.nextOrder = 1 + earlier.stream().mapToInt(ForkRecord::order).max().orElse(-1);
        records.forEach(this::learn);
    }

    /** Runs until everything is run, the time is used up, or {@link #stop} is called. */
    public End run() {
        work(Optional.of(Thread.currentThread()));
        listener.planned(plan, records.size());
        try {
            for (int round = 0; round < plan.rounds(); round++) {
                for (List<PlannedCase> jvm : plan.jvms(round)) {
                    if (over()) {
                        return end();
                    }
                    fork(jvm, round);
                }
            }
            Set<CaseName> open = new HashSet<>(undecided.apply(List.copyOf(records)));
            int most = plan.cases().stream()
                    .mapToInt(c -> c.effort().forks().max())
                    .max()
                    .orElse(0);
            for (int round = 0; round < most; round++) {
                for (PlannedCase planned : plan.cases()) {
                    boolean more = round >= planned.effort().forks().min()
                            && round < planned.effort().forks().max();
                    if (more && open.contains(planned.name())) {
                        if (stopped) {
                            return End.STOPPED;
                        }
                        if (timeIsUp()) {
                            listener.noted("the time budget left no room for further forks of undecided cases");
                            return End.COMPLETE;
                        }
                        fork(List.of(planned), round);
                    }
                }
            }
            return stopped ? End.STOPPED : End.COMPLETE;
        } catch (InterruptedException e) {
            return End.STOPPED;
        } finally {
            work(Optional.empty());
        }
    }

    /**
     * Ends the run as soon as possible: the current fork is ended, and leaves no record unless it had finished already. Safe to call
     * from any thread.
     */
    public void stop() {
        stopped = true;
        synchronized (workerLock) {
            worker.ifPresent(Thread::interrupt);
        }
    }

    /** Says whom {@link #stop} interrupts; an interrupt that came too late to be noticed must not hit what follows the run. */
    private void work(Optional<Thread> thread) {
        synchronized (workerLock) {
            worker = thread;
            if (stopped) {
                Thread.interrupted();
            }
        }
    }

    /** All records: those kept and those of this part of the run. */
    public List<ForkRecord> records() {
        return List.copyOf(records);
    }

    private boolean over() {
        return stopped || timeIsUp();
    }

    private boolean timeIsUp() {
        double seconds = (System.nanoTime() - begin) / 1e9;
        return plan.timeBudgetSeconds().map(most -> seconds >= most).orElse(false);
    }

    private End end() {
        return stopped ? End.STOPPED : End.TIME_BUDGET;
    }

    /** Runs a fork of each of these cases in one JVM, but for those that are there already. */
    private void fork(List<PlannedCase> cases, int number) throws InterruptedException {
        List<ForkJob> jobs = new ArrayList<>();
        for (PlannedCase planned : cases) {
            boolean there = records.stream()
                    .anyMatch(r -> r.name().equals(planned.name()) && r.fork() == number && r.finished());
            if (!there && !failed.contains(planned.name())) {
                jobs.add(new ForkJob(planned, ForkRecord.HEAD, number, nextOrder, warmupsOf(planned)));
                nextOrder++;
            }
        }
        forks.runTogether(jobs, listener, this::keep);
    }

    private void keep(ForkRecord result) {
        if (stopped && !result.finished()) {
            return;
        }
        journal.accept(result);
        records.add(result);
        learn(result);
        listener.forkEnded(result);
    }

    private OptionalInt warmupsOf(PlannedCase planned) {
        if (planned.effort().warmup() instanceof Warmup.Fixed fixed) {
            return OptionalInt.of(fixed.count());
        }
        Integer settled = warmups.get(planned.name());
        return settled == null ? OptionalInt.empty() : OptionalInt.of(settled);
    }

    private void learn(ForkRecord record) {
        if (record.outcome() instanceof Outcome.Failed) {
            failed.add(record.name());
        } else {
            warmups.putIfAbsent(record.name(), record.warmup().size());
        }
    }
}
