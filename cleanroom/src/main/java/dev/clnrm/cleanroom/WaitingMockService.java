package dev.clnrm.cleanroom;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A service for tests and benchmarks whose start waits, as for a port.
 *
 * <p>A start uses the JDK's delay timer to wait for the given latency, without a thread and without CPU time. Then it does the
 * work of a {@link MockService} on the timer's thread. Many of them can wait at the same time on any number of cores, so the gain
 * of concurrent starts is the gain of concurrent waits. Only {@link #start()} blocks its caller. Stop and health are those of
 * {@link MockService}, without a wait. Safe for concurrent use.
 */
public final class WaitingMockService implements AsyncServicePlugin {
    private final MockService service;
    private final Duration latency;

    private WaitingMockService(MockService service, Duration latency) {
        this.service = service;
        this.latency = latency;
    }

    /** A service whose start waits for the latency before it does its work. */
    public static WaitingMockService of(MockService service, Duration latency) {
        if (latency.isNegative()) {
            throw new IllegalArgumentException("a latency of " + latency + "; it cannot be negative");
        }
        return new WaitingMockService(service, latency);
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public CompletionStage<ServiceHandle> startAsync() {
        return CompletableFuture.supplyAsync(
                service::start,
                CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS, Runnable::run));
    }

    @Override
    public void stop(ServiceHandle handle) {
        service.stop(handle);
    }

    @Override
    public HealthStatus health(ServiceHandle handle) {
        return service.health(handle);
    }
}
