package dev.clnrm.cleanroom;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One start of a service. Immutable.
 *
 * @param id identifies this start; unique within the process if created by {@link #of}
 * @param serviceName the started service
 * @param metadata what a test needs to use the service, for example its address
 */
public record ServiceHandle(String id, String serviceName, Map<String, String> metadata) {
    private static final AtomicLong COUNTER = new AtomicLong();

    public ServiceHandle {
        metadata = Map.copyOf(metadata);
    }

    /** A handle with a new id: the service's name and a counter. The id is not a secret. */
    public static ServiceHandle of(String serviceName, Map<String, String> metadata) {
        return new ServiceHandle(serviceName + "-" + COUNTER.incrementAndGet(), serviceName, metadata);
    }
}
