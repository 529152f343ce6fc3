package dev.clnrm.cleanroom;

/** Makes a container at its first use. */
@FunctionalInterface
public interface ContainerFactory {
    /**
     * Creates the container of that name.
     *
     * @throws Exception if it cannot; whatever the factory took until then it must have given back
     */
    Container create(String name) throws Exception;
}
