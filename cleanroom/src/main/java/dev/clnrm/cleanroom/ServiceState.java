package dev.clnrm.cleanroom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The states of a service: stopped, starting, running, stopping, and stopped again. */
sealed interface ServiceState {

    /** The service does not run. */
    record Stopped() implements ServiceState {
        static final ServiceState INSTANCE = new Stopped();
    }

    /**
     * The service runs.
     *
     * @param order position in the order in which the environment's services started to run
     */
    record Running(ServiceHandle handle, long order) implements ServiceState {}

    /** A requested start; the first thread that claims it performs it, once. */
    final class Starting implements ServiceState {
        final CompletableFuture<ServiceHandle> done = new CompletableFuture<>();
        private final AtomicBoolean claimed = new AtomicBoolean();
        private volatile @Nullable Thread worker;
        private volatile boolean abandoned;

        boolean claim() {
            return claimed.compareAndSet(false, true);
        }

        void enter() {
            worker = Thread.currentThread();
        }

        void leave() {
            worker = null;
        }

        boolean isOnCurrentThread() {
            return worker == Thread.currentThread();
        }

        /** Leaves the stop to the thread that completes the start, because the start itself closes the environment. */
        void abandon() {
            abandoned = true;
        }

        boolean isAbandoned() {
            return abandoned;
        }
    }

    /** A stop in progress; {@code done} completes when it has succeeded or failed. */
    final class Stopping implements ServiceState {
        final CompletableFuture<ServiceState> done = new CompletableFuture<>();
        private final Thread worker = Thread.currentThread();

        boolean isOnCurrentThread() {
            return worker == Thread.currentThread();
        }
    }
}
