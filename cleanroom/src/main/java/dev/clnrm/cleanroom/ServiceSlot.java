package dev.clnrm.cleanroom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One registered service and its state. Safe for concurrent use.
 *
 * <p>Every transition is one compare-and-set, so only one thread at a time starts or stops a service; the others wait for that
 * transition. A start checks the session after its transition is visible, and closing reads the transition after the session is
 * closed: one of the two sees the other.
 */
final class ServiceSlot {
    private final Session session;
    private final ServicePlugin plugin;
    private final String name;
    private final ServiceTally tally;
    private final AtomicReference<ServiceState> state = new AtomicReference<>(ServiceState.Stopped.INSTANCE);

    /** The service registered before this one. */
    final @Nullable ServiceSlot previous;

    /** Its position in the order of registration, from 1. */
    final int position;

    ServiceSlot(
            Session session, String name, ServicePlugin plugin, ServiceTally tally, @Nullable ServiceSlot previous) {
        this.session = session;
        this.name = name;
        this.plugin = plugin;
        this.tally = tally;
        this.previous = previous;
        this.position = previous == null ? 1 : previous.position + 1;
    }

    String name() {
        return name;
    }

    ServicePlugin plugin() {
        return plugin;
    }

    /** The running state, or null if the service is not running. */
    ServiceState.@Nullable Running running() {
        return state.get() instanceof ServiceState.Running running ? running : null;
    }

    /** Starts the service on this thread, or waits for a start in progress. */
    ServiceHandle start() {
        while (true) {
            ServiceState now = state.get();
            if (now instanceof ServiceState.Running running) {
                return running.handle();
            } else if (now instanceof ServiceState.Starting starting) {
                refuseOwn(starting);
                carryOut(starting);
                return await(starting);
            } else if (now instanceof ServiceState.Stopping stopping) {
                await(stopping);
            } else {
                state.compareAndSet(now, new ServiceState.Starting());
            }
        }
    }

    /** Starts the service without blocking this thread; the executor runs a plugin that blocks. */
    CompletableFuture<ServiceHandle> startAsync(Executor executor) {
        while (true) {
            ServiceState now = state.get();
            if (now instanceof ServiceState.Running running) {
                return CompletableFuture.completedFuture(running.handle());
            } else if (now instanceof ServiceState.Starting starting) {
                return starting.done;
            } else if (now instanceof ServiceState.Stopping stopping) {
                return stopping.done.thenCompose(stopped -> startAsync(executor));
            }
            ServiceState.Starting starting = new ServiceState.Starting();
            if (state.compareAndSet(now, starting)) {
                if (plugin instanceof AsyncServicePlugin async) {
                    begin(starting, async);
                } else {
                    executor.execute(() -> carryOut(starting));
                }
                return starting.done;
            }
        }
    }

    /** Performs a requested start on this thread if no other thread has begun it. */
    void help(CompletableFuture<ServiceHandle> start) {
        while (!start.isDone()) {
            ServiceState now = state.get();
            if (now instanceof ServiceState.Starting starting) {
                carryOut(starting);
                return;
            } else if (now instanceof ServiceState.Stopping stopping) {
                if (stopping.isOnCurrentThread()) {
                    return;
                }
                stopping.done.join();
            } else {
                Thread.onSpinWait(); // another thread has ended the transition and is about to tell it
            }
        }
    }

    /**
     * Stops the service, after waiting for a transition in progress.
     *
     * @return whether this call stopped it; false if it was not running
     */
    boolean stop() {
        while (true) {
            ServiceState now = state.get();
            if (now instanceof ServiceState.Running running) {
                ServiceState.Stopping stopping = new ServiceState.Stopping();
                if (state.compareAndSet(running, stopping)) {
                    carryOut(stopping, running);
                    return true;
                }
            } else if (now instanceof ServiceState.Starting starting) {
                refuseOwn(starting);
                settle(starting);
            } else if (now instanceof ServiceState.Stopping stopping) {
                await(stopping);
            } else {
                return false;
            }
        }
    }

    /**
     * Waits until the service is neither starting nor stopping. A transition on the closing thread itself cannot be waited for: a
     * start in progress stops the service later, and a stop in progress ends by itself.
     */
    void settleForClose() {
        while (true) {
            ServiceState now = state.get();
            if (now instanceof ServiceState.Starting starting) {
                if (starting.isOnCurrentThread()) {
                    starting.abandon();
                    return;
                }
                settle(starting);
            } else if (now instanceof ServiceState.Stopping stopping && !stopping.isOnCurrentThread()) {
                stopping.done.join();
            } else {
                return;
            }
        }
    }

    HealthStatus health() {
        if (!(state.get() instanceof ServiceState.Running running)) {
            return HealthStatus.NotRunning.INSTANCE;
        }
        try {
            HealthStatus status = plugin.health(running.handle());
            return status == null ? new HealthStatus.Unknown("the plugin answered null") : status;
        } catch (Exception e) {
            ForeignFailure.keepInterruption(e);
            return state.get() == running
                    ? new HealthStatus.Unknown(CleanroomException.describe(e))
                    : HealthStatus.NotRunning.INSTANCE;
        }
    }

    private void carryOut(ServiceState.Starting starting) {
        if (!starting.claim()) {
            return;
        }
        starting.enter();
        try {
            session.requireOpen();
            started(starting, plugin.start());
        } catch (Throwable cause) {
            ForeignFailure.keepInterruption(cause);
            failed(starting, cause);
        }
    }

    private void begin(ServiceState.Starting starting, AsyncServicePlugin async) {
        if (!starting.claim()) {
            return;
        }
        starting.enter();
        try {
            session.requireOpen();
            CompletionStage<ServiceHandle> unused = async.startAsync().whenComplete((handle, failure) -> {
                if (failure != null) {
                    failed(starting, ForeignFailure.causeOf(failure));
                } else {
                    started(starting, handle);
                }
            });
        } catch (Throwable cause) {
            failed(starting, cause);
        } finally {
            starting.leave();
        }
    }

    private void started(ServiceState.Starting starting, @Nullable ServiceHandle handle) {
        if (handle == null) {
            failed(starting, new IllegalStateException("the plugin returned no handle"));
            return;
        }
        starting.leave();
        state.set(new ServiceState.Running(handle, tally.started()));
        if (!starting.isAbandoned()) {
            starting.done.complete(handle);
            return;
        }
        try {
            stop();
            starting.done.completeExceptionally(new EnvironmentClosedException(session));
        } catch (ServiceException e) {
            starting.done.completeExceptionally(e);
        }
    }

    private void failed(ServiceState.Starting starting, Throwable cause) {
        starting.leave();
        state.set(ServiceState.Stopped.INSTANCE);
        starting.done.completeExceptionally(cause);
    }

    private void carryOut(ServiceState.Stopping stopping, ServiceState.Running running) {
        ServiceState next = running;
        try {
            plugin.stop(running.handle());
            tally.stopped();
            next = ServiceState.Stopped.INSTANCE;
        } catch (Throwable cause) {
            ForeignFailure.keepInterruption(cause);
            throw ServiceException.stopFailed(session, name, cause);
        } finally {
            state.set(next);
            stopping.done.complete(next);
        }
    }

    private ServiceHandle await(ServiceState.Starting starting) {
        ServiceHandle handle;
        try {
            handle = starting.done.join();
        } catch (CompletionException e) {
            throw startFailure(e);
        }
        session.requireOpen();
        return handle;
    }

    private void await(ServiceState.Stopping stopping) {
        if (stopping.isOnCurrentThread()) {
            throw ServiceException.waitsForItself(session, name, "stop");
        }
        stopping.done.join();
    }

    /** Performs the start if nobody has begun it, and waits for its end, success or failure. */
    private void settle(ServiceState.Starting starting) {
        carryOut(starting);
        starting.done.handle((handle, failure) -> starting).join();
    }

    private void refuseOwn(ServiceState.Starting starting) {
        if (starting.isOnCurrentThread()) {
            throw ServiceException.waitsForItself(session, name, "start");
        }
    }

    /** The failure of a start, as a new exception for each caller that waited for it. */
    CleanroomException startFailure(Throwable failure) {
        Throwable cause = ForeignFailure.causeOf(failure);
        return cause instanceof EnvironmentClosedException && session.isClosed()
                ? new EnvironmentClosedException(session)
                : ServiceException.startFailed(session, name, cause);
    }
}
