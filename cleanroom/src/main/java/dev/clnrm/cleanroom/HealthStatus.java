package dev.clnrm.cleanroom;

/** The health of a service. A closed set; an unknown health is a separate value. */
public sealed interface HealthStatus {
    /** The service runs and works. */
    static HealthStatus healthy() {
        return Healthy.INSTANCE;
    }

    /** The service runs, but does not work. */
    static HealthStatus unhealthy(String reason) {
        return new Unhealthy(reason);
    }

    /** Whether the service runs and works. */
    default boolean isHealthy() {
        return this instanceof Healthy;
    }

    /** The service runs and works. */
    record Healthy() implements HealthStatus {
        private static final HealthStatus INSTANCE = new Healthy();
    }

    /**
     * The service runs, but does not work.
     *
     * @param reason the problem
     */
    record Unhealthy(String reason) implements HealthStatus {}

    /**
     * The service runs, but its health could not be checked.
     *
     * @param reason why
     */
    record Unknown(String reason) implements HealthStatus {}

    /** The service is registered but not running: never started, stopped, starting or stopping. */
    record NotRunning() implements HealthStatus {
        static final HealthStatus INSTANCE = new NotRunning();
    }
}
