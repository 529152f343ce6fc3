package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
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
import java.util.function.LongSupplier;

/**
 * Runs forks one after the other and keeps their records. Every record goes to the journal before the next fork starts. It also keeps the
 * warm-up length of each case, the failed cases, and whether to stop.
 */
final class Forking {
    private final Consumer<JournalEntry> journal;
    private final ForkRunner forks;
    private final RunListener listener;
    private final Optional<Double> timeBudgetSeconds;
    private final List<JournalEntry> records;
    private final Map<CaseName, Integer> warmups = new HashMap<>();
    private final Set<OneSide> failed = new HashSet<>();
    private final LongSupplier nanos;
    private final long begin;
    private final Object workerLock = new Object();
    private Optional<Thread> worker = Optional.empty();
    private int nextOrder;
    private volatile boolean stopped;

    /**
     * Creates an instance that has run nothing yet.
     *
     * @param earlier the records of an earlier part of the same run: its finished forks are kept
     * @param journal keeps each record, or throws if it cannot
     * @param nanos a monotonic clock
     */
    Forking(
            List<JournalEntry> earlier,
            Consumer<JournalEntry> journal,
            ForkRunner forks,
            RunListener listener,
            Optional<Double> timeBudgetSeconds,
            LongSupplier nanos) {
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.journal = journal;
        this.forks = forks;
        this.listener = listener;
        this.timeBudgetSeconds = timeBudgetSeconds;
        this.records =
                new ArrayList<>(earlier.stream().filter(JournalEntry::finished).toList());
        this.nextOrder =
                1 + earlier.stream().mapToInt(JournalEntry::order).max().orElse(-1);
        records.forEach(this::learn);
    }

    /** Ends the current fork, which has no record unless it had finished already. Safe to call from any thread. */
    void stop() {
        stopped = true;
        synchronized (workerLock) {
            worker.ifPresent(Thread::interrupt);
        }
    }

    /** Registers the calling thread as the thread to interrupt. */
    void begin() {
        work(Optional.of(Thread.currentThread()));
    }

    /** Registers that no thread is to be interrupted any more. A late interrupt must not affect the code after the run. */
    void end() {
        work(Optional.empty());
    }

    private void work(Optional<Thread> thread) {
        synchronized (workerLock) {
            worker = thread;
            if (stopped) {
                Thread.interrupted();
            }
        }
    }

    boolean stopped() {
        return stopped;
    }

    /** The seconds since its start. */
    double seconds() {
        return (nanos.getAsLong() - begin) / 1e9;
    }

    boolean timeIsUp() {
        return timeBudgetSeconds.map(most -> seconds() >= most).orElse(false);
    }

    boolean over() {
        return stopped || timeIsUp();
    }

    List<JournalEntry> records() {
        return List.copyOf(records);
    }

    private record OneSide(CaseName name, String side) {}

    /** Whether a fork of the case failed on that side. */
    boolean failed(CaseName name, String side) {
        return failed.contains(new OneSide(name, side));
    }

    boolean there(CaseName name, String side, int number) {
        return records.stream()
                .anyMatch(r -> r.name().equals(name) && r.side().equals(side) && r.fork() == number && r.finished());
    }

    /** Makes the forks of both sides of a block start in the same way. */
    void startAlike(List<PlannedCase> sides) throws InterruptedException {
        forks.startAlike(sides);
    }

    /** Runs a fork of each of these cases in one JVM, except those that exist already or failed before on this side. */
    void fork(List<PlannedCase> cases, String side, int number) throws InterruptedException {
        again(cases.stream().filter(one -> !there(one.name(), side, number)).toList(), side, number);
    }

    /** Runs a fork of each of these cases in one JVM, except those that failed before on this side. It replaces a record that exists. */
    void again(List<PlannedCase> cases, String side, int number) throws InterruptedException {
        List<ForkJob> jobs = new ArrayList<>();
        for (PlannedCase planned : cases) {
            if (!failed(planned.name(), side)) {
                jobs.add(new ForkJob(planned, side, number, nextOrder, warmupsOf(planned)));
                nextOrder++;
            }
        }
        forks.run(jobs, listener, this::keep);
    }

    private void keep(JournalEntry result) {
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

    private void learn(JournalEntry record) {
        if (record.outcome() instanceof Outcome.Failed) {
            failed.add(new OneSide(record.name(), record.side()));
        } else {
            warmups.putIfAbsent(record.name(), record.samples().warmup().size());
        }
    }
}
