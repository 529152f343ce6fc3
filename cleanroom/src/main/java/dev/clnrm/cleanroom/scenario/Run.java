package dev.clnrm.cleanroom.scenario;

import dev.clnrm.cleanroom.Ongoing;
import dev.clnrm.cleanroom.ScenarioException;
import dev.clnrm.cleanroom.backend.Execution;
import dev.clnrm.cleanroom.backend.Invocation;
import dev.clnrm.cleanroom.policy.AuditRecord;
import dev.clnrm.cleanroom.policy.AuditRecord.Decision;
import dev.clnrm.cleanroom.scenario.StepResult.End;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One run of a scenario. It is performed once. Safe for concurrent use by its threads and by a thread that ends it. */
final class Run implements Ongoing {
    /** Spreads the seeds of the steps: 2⁶⁴ divided by the golden ratio, as in SplitMix64 (Steele, Lea and Flood, 2014). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final Scenario scenario;
    private final Guard guard;
    private final List<Watch> watches = new ArrayList<>(1);
    private final List<AuditRecord> audit;
    private volatile boolean cancelled;
    private @Nullable Thread caller;
    private boolean finished;

    Run(Scenario scenario) {
        this.scenario = scenario;
        this.guard = scenario.guard();
        this.audit = guard.audits() ? new ArrayList<>(scenario.steps().size()) : List.of();
    }

    ScenarioResult carryOut() {
        if (scenario.steps().isEmpty()) {
            throw new ScenarioException(Guard.place(scenario), "it has no steps", "add one with step(label, command)");
        }
        guard.admit(scenario);
        begin();
        try {
            // a thread that closes the environment may have seen this run even if it is refused, and waits for its end
            scenario.environment().attach(this);
            return scenario.environment().executeTest(scenario.name(), this::result);
        } catch (StepsFailed e) {
            return e.result;
        } finally {
            scenario.environment().detach(this);
            finish();
        }
    }

    /** Ends what is running and prevents further starts. */
    void cancel() {
        cancelled = true;
        synchronized (watches) {
            watches.forEach(Watch::cancel);
        }
    }

    @Override
    public void end() {
        cancel();
        if (isOnOwnThread()) {
            return;
        }
        boolean interrupted = false;
        synchronized (this) {
            while (!finished) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void begin() {
        caller = Thread.currentThread();
    }

    private synchronized void finish() {
        finished = true;
        notifyAll();
    }

    private boolean isOnOwnThread() {
        synchronized (this) {
            if (caller == Thread.currentThread()) {
                return true;
            }
        }
        synchronized (watches) {
            return watches.stream().anyMatch(Watch::isOnCurrentThread);
        }
    }

    private ScenarioResult result() throws StepsFailed {
        long from = Watchdog.now();
        long deadline = from + Times.nanos(scenario.timeout());
        List<StepResult> steps = scenario.isConcurrent() ? sideBySide(deadline) : inOrder(deadline);
        ScenarioResult result = new ScenarioResult(
                scenario.name(), scenario.steps().size(), steps, audit, Duration.ofNanos(Watchdog.now() - from));
        if (!result.succeeded()) {
            throw new StepsFailed(result);
        }
        return result;
    }

    private List<StepResult> inOrder(long deadline) {
        int count = scenario.steps().size();
        List<StepResult> results = new ArrayList<>(count);
        Watch watch = open();
        try {
            for (int i = 0; i < count; i++) {
                StepResult result = step(i, watch, deadline);
                results.add(result);
                if (!result.succeeded()) {
                    break;
                }
            }
        } finally {
            close(watch);
        }
        return results;
    }

    /**
     * Runs the steps concurrently: each free thread takes the next step. The calling thread takes part, so that a busy executor
     * cannot delay the run forever.
     */
    private List<StepResult> sideBySide(long deadline) {
        StepResult[] results = new StepResult[scenario.steps().size()];
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        CountDownLatch left = new CountDownLatch(results.length);
        Runnable part = () -> {
            int first = next.getAndIncrement();
            if (first >= results.length) {
                return;
            }
            Watch watch = open();
            try {
                for (int i = first; i < results.length; i = next.getAndIncrement()) {
                    try {
                        results[i] = step(i, watch, deadline);
                    } catch (Throwable e) {
                        results[i] = turnNeverCame(i, End.CANCELLED);
                        fail(failure, e);
                    } finally {
                        left.countDown();
                    }
                }
            } finally {
                close(watch);
            }
        };
        for (int i = 1; i < results.length; i++) {
            scenario.environment().executor().execute(part);
        }
        part.run();
        await(left);
        rethrow(failure.get());
        return List.of(results);
    }

    private void fail(AtomicReference<@Nullable Throwable> failure, Throwable mine) {
        if (!failure.compareAndSet(null, mine)) {
            Throwable first = failure.get();
            if (first != null && first != mine) {
                first.addSuppressed(mine);
            }
        }
        cancel();
    }

    /** Waits for all steps; an interruption ends them. */
    private void await(CountDownLatch left) {
        boolean interrupted = false;
        while (true) {
            try {
                left.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private StepResult step(int index, Watch watch, long deadline) {
        long from = Watchdog.now();
        if (cancelled || from >= deadline) {
            return audited(index, turnNeverCame(index, cancelled ? End.CANCELLED : End.TIMED_OUT), Decision.NOT_RUN);
        }
        Step step = scenario.steps().get(index);
        Invocation invocation = new Invocation(step.command(), seed(index), guard.captureLimit());
        Execution execution;
        End fired;
        watch.arm(Math.min(deadline, from + guard.stepTime()));
        try {
            if (cancelled) {
                watch.cancel();
            }
            execution = scenario.backend().execute(invocation);
        } catch (RuntimeException | Error failure) {
            watch.disarm();
            recordBroken(index, Duration.ofNanos(Watchdog.now() - from), failure);
            throw failure;
        } finally {
            fired = watch.disarm();
        }
        if (fired == null && execution.ended()) {
            fired = End.CANCELLED; // by an interruption from elsewhere, which stays set
            Thread.currentThread().interrupt();
            cancelled = true;
        }
        End end = fired == null ? End.EXITED : fired;
        StepResult result = guard.shown(step, index, end, execution, Duration.ofNanos(Watchdog.now() - from));
        return audited(index, result, end == End.EXITED ? Decision.RAN : Decision.ENDED);
    }

    /** Records a step whose backend failed: nobody knows how far it came. */
    private void recordBroken(int index, Duration duration, Throwable failure) {
        try {
            audited(index, neverExited(index, End.CANCELLED, duration), Decision.ENDED);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private StepResult audited(int index, StepResult result, Decision decision) {
        if (guard.audits()) {
            synchronized (audit) {
                audit.add(guard.audit(scenario, index, result, decision));
            }
        }
        return result;
    }

    private StepResult turnNeverCame(int index, End end) {
        return neverExited(index, end, Duration.ZERO);
    }

    private StepResult neverExited(int index, End end, Duration duration) {
        String label = scenario.steps().get(index).label();
        return new StepResult(label, index + 1, end, Execution.ENDED, "", "", false, duration);
    }

    private OptionalLong seed(int index) {
        OptionalLong seed = scenario.seed();
        return seed.isPresent() ? OptionalLong.of(seed.getAsLong() + (index + 1) * GOLDEN) : seed;
    }

    private Watch open() {
        Watch watch = Watch.open();
        synchronized (watches) {
            watches.add(watch);
        }
        return watch;
    }

    private void close(Watch watch) {
        synchronized (watches) {
            watches.remove(watch);
        }
        watch.close();
    }

    /** Throws the failure again. A step throws nothing else, because nothing that it calls declares more. */
    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Makes the environment count the run as a failed test; never visible outside. */
    private static final class StepsFailed extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient ScenarioResult result;

        StepsFailed(ScenarioResult result) {
            super("a step did not succeed", null, false, false);
            this.result = result;
        }
    }
}
