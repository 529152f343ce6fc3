package dev.clnrm.cleanroom;

import java.util.function.BiConsumer;

/**
 * A read-only live view of an environment's services and their counts, without a copy. To get, read and iterate the view
 * allocates nothing; {@link ServiceStatistics} is a snapshot.
 *
 * <p>Each count is exact at a moment between its call and its return, and may be out of date when it is used. Two counts are from
 * two moments: if you read {@link #running} before {@link #registered}, the first is never larger. Safe for concurrent use.
 */
public interface ServicesView {
    /** Services that can be started. */
    int registered();

    /** Services that are started and not stopped. */
    int running();

    /**
     * Whether a service with this name is registered.
     *
     * @throws EnvironmentClosedException after closing
     */
    boolean has(String name);

    /**
     * Passes every service that was registered before the call to the action, with its name, the newest first; none that is
     * registered during the call. A service stays registered while its environment is open.
     *
     * @throws EnvironmentClosedException after closing
     */
    void forEach(BiConsumer<? super String, ? super ServicePlugin> action);
}
