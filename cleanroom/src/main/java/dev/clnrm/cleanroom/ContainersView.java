package dev.clnrm.cleanroom;

import java.util.function.BiConsumer;

/**
 * The containers of an environment and their counts, seen in place: a read-only view of what lives, of which nothing is copied. The view
 * is handed out, and its counts are read, without allocating; {@link ContainerStatistics} is the copy.
 *
 * <p>Each count is exact at a moment between its call and its return, and may be out of date when it is used. Two counts are of two
 * moments: read {@link #released} before {@link #created}, and no more are released than created. Safe for concurrent use.
 */
public interface ContainersView {
    /** Containers whose factory succeeded. */
    long created();

    /** Requests answered with a container that another request had created. */
    long reused();

    /** Containers given back without a failure. */
    long released();

    /**
     * Whether a container of that name has been created.
     *
     * @throws EnvironmentClosedException after closing
     */
    boolean has(String name);

    /**
     * Shows every container with its name, in no order. It shows what was created before the call, and may or may not show what is created
     * during it; none twice, and none that is not ready. It has one cursor, of 64 bytes whatever the number of containers, which compiled
     * code leaves out. Nothing keeps others from creating meanwhile, or the environment from closing.
     *
     * @throws EnvironmentClosedException after closing
     */
    void forEach(BiConsumer<? super String, ? super Container> action);
}
