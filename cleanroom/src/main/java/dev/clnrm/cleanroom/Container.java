package dev.clnrm.cleanroom;

/**
 * An isolated resource that tests share by name. The environment releases it when it closes.
 *
 * <p>Implementations for several tests must be safe for concurrent use. The environment calls {@link #release()} exactly once,
 * from the thread that closes it.
 */
public interface Container {
    /** The name with which the container was created. */
    String name();

    /**
     * Releases everything that the container holds.
     *
     * @throws Exception if something may be left; the environment continues with the others and reports it
     */
    void release() throws Exception;
}
