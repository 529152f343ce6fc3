package dev.clnrm.cleanroom;

/** Creates a container at its first use. */
@FunctionalInterface
public interface ContainerFactory {
    /**
     * Creates the container with this name.
     *
     * @throws Exception if it cannot; it must then have released everything it acquired
     */
    Container create(String name) throws Exception;
}
