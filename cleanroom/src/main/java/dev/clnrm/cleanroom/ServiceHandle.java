package dev.clnrm.cleanroom;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One start of a service. Immutable.
 *
 * @param id identifies this start; unique within the process when made by {@link #of}
 * @param serviceName the service that was started
 * @param metadata what a test needs to use the service, such as its address
 */
public record ServiceHandle(String id, String serviceName, Map<String, String> metadata) {
    private static final AtomicLong COUNTER = new AtomicLong();

    public ServiceHandle {
        metadata = Map.copyOf(metadata);
    }

    /** A handle with a fresh id: the service's name and a counter. An identifier, not a secret. */
    public static ServiceHandle of(String serviceName, Map<String, String> metadata) {
        return new ServiceHandle(serviceName + "-" + COUNTER.incrementAndGet(), serviceName, metadata);
    }
}
