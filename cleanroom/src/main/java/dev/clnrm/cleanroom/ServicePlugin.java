package dev.clnrm.cleanroom;

/**
 * A service that an environment can start, watch and stop.
 *
 * <p>An environment never runs {@link #start()} and {@link #stop(ServiceHandle)} of one registration at the same time,
 * but may run them on different threads. {@link #health(ServiceHandle)} must be safe for concurrent use: it may be asked
 * by several threads at once, also while the service stops.
 */
public interface ServicePlugin {
    /** The name the service is registered under; the same at every call. */
    String name();

    /**
     * Starts the service and returns when it is ready.
     *
     * @throws Exception if it cannot be started; whatever the start took until then it must have given back, so that
     *     nothing is left running
     */
    ServiceHandle start() throws Exception;

    /**
     * Stops the started service and returns when nothing of it is left.
     *
     * @throws Exception if something may be left; the service then counts as running and may be stopped again
     */
    void stop(ServiceHandle handle) throws Exception;

    /**
     * How the started service is now. Meant to be asked often, so it should answer from what it has.
     *
     * @throws Exception if that cannot be found out; reported as {@link HealthStatus.Unknown}
     */
    HealthStatus health(ServiceHandle handle) throws Exception;
}
