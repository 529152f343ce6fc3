package dev.clnrm.cleanroom.scenario;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run that is performed either by the executor's thread or by a thread that waits for it, if that comes first. The second is
 * common for a short scenario, and saves two thread switches.
 */
final class AsyncRun extends CompletableFuture<ScenarioResult> implements Runnable {
    private final Run run;
    private final AtomicBoolean claimed = new AtomicBoolean();

    AsyncRun(Run run) {
        this.run = run;
    }

    @Override
    public void run() {
        if (isDone() || !claimed.compareAndSet(false, true)) {
            return;
        }
        try {
            complete(run.carryOut());
        } catch (Throwable failure) {
            completeExceptionally(failure);
        }
    }

    @Override
    public ScenarioResult join() {
        run();
        return super.join();
    }

    @Override
    public ScenarioResult get() throws InterruptedException, ExecutionException {
        run();
        return super.get();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean first = super.cancel(mayInterruptIfRunning);
        run.cancel();
        return first;
    }
}
