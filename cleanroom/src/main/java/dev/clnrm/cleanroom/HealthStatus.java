package dev.clnrm.cleanroom;

/** How a service is. A closed set; could-not-find-out is an answer of its own. */
public sealed interface HealthStatus {
    /** The service runs and does its work. */
    static HealthStatus healthy() {
        return Healthy.INSTANCE;
    }

    /** The service runs, but does not do its work. */
    static HealthStatus unhealthy(String reason) {
        return new Unhealthy(reason);
    }

    /** Whether the service runs and does its work. */
    default boolean isHealthy() {
        return this instanceof Healthy;
    }

    /** The service runs and does its work. */
    record Healthy() implements HealthStatus {
        private static final HealthStatus INSTANCE = new Healthy();
    }

    /**
     * The service runs, but does not do its work.
     *
     * @param reason what is wrong with it
     */
    record Unhealthy(String reason) implements HealthStatus {}

    /**
     * The service runs, but could not be asked.
     *
     * @param reason why not
     */
    record Unknown(String reason) implements HealthStatus {}

    /** The service is registered and not running: never started, stopped, or on the way from one to the other. */
    record NotRunning() implements HealthStatus {
        static final HealthStatus INSTANCE = new NotRunning();
    }
}
