package dev.clnrm.cleanroom;

/**
 * Something isolated that tests share by name and that the environment releases when it closes.
 *
 * <p>Implementations handed to several tests must be safe for concurrent use. The environment calls {@link #release()}
 * exactly once, from the thread that closes it.
 */
public interface Container {
    /** The name the container was created under. */
    String name();

    /**
     * Gives back everything the container holds.
     *
     * @throws Exception if something may have been left behind; the environment goes on with the others and reports it
     */
    void release() throws Exception;
}
