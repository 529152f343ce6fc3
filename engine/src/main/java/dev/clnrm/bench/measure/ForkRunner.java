package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.function.Consumer;

/** Runs forks until they end or fail. Tests implement it with scripted times. */
@FunctionalInterface
public interface ForkRunner {
    /**
     * Runs jobs that may share a JVM, in this order.
     *
     * @param done receives each record as soon as it is complete; a failed fork has a record with its failure
     */
    void run(List<ForkJob> jobs, RunListener listener, Consumer<JournalEntry> done) throws InterruptedException;

    /** Makes all later forks of these cases start in the same way, because they are compared. Called before the first of them runs. */
    default void startAlike(List<PlannedCase> compared) throws InterruptedException {}
}
