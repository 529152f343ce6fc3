package dev.clnrm.cleanroom;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Requested starts of several services. A thread that waits for them performs those that nobody has begun, so that threads of
 * the executor may wait for starts that are in its queue.
 */
final class StartAll extends CompletableFuture<List<ServiceHandle>> {
    private final ServiceSlot[] slots;
    private final List<CompletableFuture<ServiceHandle>> starts;
    private final CompletableFuture<?> all;
    private final Supplier<List<ServiceHandle>> handles;

    private StartAll(
            ServiceSlot[] slots, List<CompletableFuture<ServiceHandle>> starts, Supplier<List<ServiceHandle>> handles) {
        this.slots = slots;
        this.starts = starts;
        this.all = CompletableFuture.allOf(starts.toArray(CompletableFuture<?>[]::new))
                .handle((nothing, failure) -> starts);
        this.handles = handles;
    }

    /** The stage of these starts; it completes on the executor if no thread waits for it. */
    static StartAll of(
            ServiceSlot[] slots,
            List<CompletableFuture<ServiceHandle>> starts,
            Supplier<List<ServiceHandle>> handles,
            Executor executor) {
        StartAll stage = new StartAll(slots, starts, handles);
        CompletableFuture<Void> unused = stage.all.thenRunAsync(stage::finish, executor);
        return stage;
    }

    @Override
    public List<ServiceHandle> join() {
        help();
        all.join();
        finish();
        return super.join();
    }

    @Override
    public List<ServiceHandle> get() throws InterruptedException, ExecutionException {
        help();
        all.get();
        finish();
        return super.get();
    }

    private void help() {
        for (int i = 0; i < slots.length && !isDone(); i++) {
            slots[i].help(starts.get(i));
        }
    }

    private void finish() {
        if (isDone()) {
            return;
        }
        try {
            complete(handles.get());
        } catch (Throwable failure) {
            completeExceptionally(failure);
        }
    }
}
