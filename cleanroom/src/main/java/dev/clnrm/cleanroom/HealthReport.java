package dev.clnrm.cleanroom;

import java.util.List;
import java.util.Optional;

/**
 * The health of all registered services at the time of the check. Immutable.
 *
 * @param services one line for each service, in the order of registration
 */
public record HealthReport(List<ServiceHealth> services) {
    public HealthReport {
        services = List.copyOf(services);
    }

    /** Whether every registered service runs and works; true if none is registered. */
    public boolean allHealthy() {
        return services.stream().allMatch(line -> line.status().isHealthy());
    }

    /** The lines that are not healthy, in the order of registration. */
    public List<ServiceHealth> notHealthy() {
        return services.stream().filter(line -> !line.status().isHealthy()).toList();
    }

    /** The status of one service; empty if it was not registered. */
    public Optional<HealthStatus> of(String service) {
        return services.stream()
                .filter(line -> line.service().equals(service))
                .map(ServiceHealth::status)
                .findFirst();
    }
}
