package dev.clnrm.cleanroom;

import java.util.function.BiConsumer;

/**
 * The services of an environment and their counts, seen in place: a read-only view of what lives, of which nothing is copied. The view is
 * handed out, read and walked through without allocating; {@link ServiceStatistics} is the copy.
 *
 * <p>Each count is exact at a moment between its call and its return, and may be out of date when it is used. Two counts are of two
 * moments: read {@link #running} before {@link #registered}, and no more run than are registered. Safe for concurrent use.
 */
public interface ServicesView {
    /** Services that can be started. */
    int registered();

    /** Services that are started and not stopped. */
    int running();

    /**
     * Whether a service of that name is registered.
     *
     * @throws EnvironmentClosedException after closing
     */
    boolean has(String name);

    /**
     * Shows every service that was registered before the call with its name, the newest first; none that is registered during it. A
     * service does not leave while its environment is open.
     *
     * @throws EnvironmentClosedException after closing
     */
    void forEach(BiConsumer<? super String, ? super ServicePlugin> action);
}
