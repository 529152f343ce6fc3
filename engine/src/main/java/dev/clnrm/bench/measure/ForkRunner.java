package dev.clnrm.bench.measure;

import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import java.util.List;
import java.util.function.Consumer;

/** Runs one fork to its end, whatever that is: the seam where tests put scripted timings. */
@FunctionalInterface
public interface ForkRunner {
    /** Runs the fork and gives its record; a fork that fails gives a record that says how. */
    JournalEntry run(ForkJob job, RunListener listener) throws InterruptedException;

    /**
     * Makes all later forks of these cases start alike, because they are compared with each other. Called before the first of them runs.
     */
    default void startAlike(List<PlannedCase> compared) throws InterruptedException {}

    /**
     * Runs jobs that may share a JVM, in their order.
     *
     * @param done gets each record as soon as it is whole
     */
    default void runTogether(List<ForkJob> jobs, RunListener listener, Consumer<JournalEntry> done)
            throws InterruptedException {
        for (ForkJob job : jobs) {
            listener.forkStarted(
                    job.planned().name(),
                    job.fork(),
                    job.planned().effort().forks().min());
            done.accept(run(job, listener));
        }
    }
}
