package dev.clnrm.cleanroom;

import java.util.function.BiConsumer;

/**
 * A read-only live view of an environment's containers and their counts, without a copy. To get the view and to read its counts
 * allocates nothing; {@link ContainerStatistics} is a snapshot.
 *
 * <p>Each count is exact at a moment between its call and its return, and may be out of date when it is used. Two counts are from
 * two moments: if you read {@link #released} before {@link #created}, the first is never larger. Safe for concurrent use.
 */
public interface ContainersView {
    /** Containers whose factory succeeded. */
    long created();

    /** Requests answered with a container that another request had created. */
    long reused();

    /** Containers released without a failure. */
    long released();

    /**
     * Whether a container with this name has been created.
     *
     * @throws EnvironmentClosedException after closing
     */
    boolean has(String name);

    /**
     * Passes every container with its name to the action, in no particular order. It passes the containers created before the
     * call, and may or may not pass those created during it; none twice, and none that is not ready. It allocates one cursor of
     * 64 bytes for any number of containers, which compiled code eliminates. Other threads can create containers or close the
     * environment in the meantime.
     *
     * @throws EnvironmentClosedException after closing
     */
    void forEach(BiConsumer<? super String, ? super Container> action);
}
