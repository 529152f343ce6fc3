package dev.clnrm.bench.measure;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.plan.MoreForks;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Runs a plan fork by fork: round after round over all cases, then further forks for what they did not decide. A case of which a fork
 * failed gets no further ones. Every record goes to the journal before the next fork is started.
 */
public final class Controller {
    private final Plan plan;
    private final Function<List<JournalEntry>, MoreForks> inconclusive;
    private final RunListener listener;
    private final Forking forking;
    private final int earlier;

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
     * @param inconclusive what more forks might decide, given the records of the forks that every case gets
     * @param forks runs them
     */
    public Controller(
            Plan plan,
            List<JournalEntry> earlier,
            Consumer<JournalEntry> journal,
            Function<List<JournalEntry>, MoreForks> inconclusive,
            ForkRunner forks,
            RunListener listener) {
        this(plan, earlier, journal, inconclusive, forks, listener, System::nanoTime);
    }

    /** The same by another clock. */
    Controller(
            Plan plan,
            List<JournalEntry> earlier,
            Consumer<JournalEntry> journal,
            Function<List<JournalEntry>, MoreForks> inconclusive,
            ForkRunner forks,
            RunListener listener,
            LongSupplier nanos) {
        this.plan = plan;
        this.inconclusive = inconclusive;
        this.listener = listener;
        this.earlier = (int) earlier.stream().filter(JournalEntry::finished).count();
        this.forking = new Forking(earlier, journal, forks, listener, plan.timeBudgetSeconds(), nanos);
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
                    forking.fork(jvm, JournalEntry.HEAD, round);
                }
            }
            return further(inconclusive.apply(firstLook()));
        } catch (InterruptedException e) {
            return End.STOPPED;
        } finally {
            forking.end();
        }
    }

    /** What every case gets for sure: the same whether the run goes on from here or is resumed later. */
    private List<JournalEntry> firstLook() {
        Map<CaseName, Integer> sure = plan.cases().stream()
                .collect(Collectors.toMap(
                        PlannedCase::name, planned -> planned.effort().forks().min()));
        return forking.records().stream()
                .filter(record -> record.fork() < sure.getOrDefault(record.name(), 0))
                .toList();
    }

    /** More forks of what more forks might decide: while there is time for what is open, however long for the rest. */
    private End further(MoreForks more) throws InterruptedException {
        double until = more.until(forking.seconds());
        Map<CaseName, Integer> forks = more.allotted(plan, affordable(until));
        for (int round = 0; round < plan.mostRounds(); round++) {
            for (List<PlannedCase> jvm : plan.further(round, forks)) {
                List<PlannedCase> due = forking.seconds() < until ? jvm : more.sure(jvm, round);
                if (forking.stopped()) {
                    return End.STOPPED;
                }
                if (forking.timeIsUp()) {
                    listener.noted("the time budget left no room for further forks of inconclusive cases");
                    return End.COMPLETE;
                }
                if (!due.isEmpty()) {
                    forking.fork(due, JournalEntry.HEAD, round);
                }
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
}
