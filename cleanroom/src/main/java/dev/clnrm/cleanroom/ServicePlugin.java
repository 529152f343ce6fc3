package dev.clnrm.cleanroom;

/**
 * A service that an environment can start, check and stop.
 *
 * <p>An environment never runs {@link #start()} and {@link #stop(ServiceHandle)} of one registration at the same time, but may
 * run them on different threads. {@link #health(ServiceHandle)} must be safe for concurrent use: several threads may call it at
 * the same time, even while the service stops.
 */
public interface ServicePlugin {
    /** The name with which the service is registered; the same at every call. */
    String name();

    /**
     * Starts the service and returns when it is ready.
     *
     * @throws Exception if it cannot be started; it must then have released everything it acquired, so that nothing is left
     *     running
     */
    ServiceHandle start() throws Exception;

    /**
     * Stops the started service and returns when nothing of it is left.
     *
     * @throws Exception if something may be left; the service then counts as running and may be stopped again
     */
    void stop(ServiceHandle handle) throws Exception;

    /**
     * The current health of the started service. It is called often, so it should be fast and use known state.
     *
     * @throws Exception if the health is unknown; reported as {@link HealthStatus.Unknown}
     */
    HealthStatus health(ServiceHandle handle) throws Exception;
}
