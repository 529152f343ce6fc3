package dev.clnrm.cleanroom.scenario;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A run that somebody will carry out: the executor's thread, or whoever waits for it, if that one comes first. The
 * second is the common case for a short scenario, and spares two changes of threads.
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
