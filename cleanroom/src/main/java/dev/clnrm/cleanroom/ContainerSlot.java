package dev.clnrm.cleanroom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The slot of one container name, from the request that creates the container to its release.
 *
 * <p>One thread, the creator, completes the slot once; all others read it or wait for it.
 */
final class ContainerSlot {
    private final String name;
    private final CompletableFuture<Container> outcome = new CompletableFuture<>();

    /** Read without memory ordering: a thread finds itself here only if it wrote itself. */
    private @Nullable Thread creator = Thread.currentThread();

    private volatile @Nullable Container container;
    private long order;
    private boolean abandoned;

    ContainerSlot(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The container, or null while it is being created. */
    @Nullable Container container() {
        return container;
    }

    boolean isBeingCreatedByCurrentThread() {
        return creator == Thread.currentThread();
    }

    /** The position in the order of creation. */
    long order() {
        return order;
    }

    void created(Container made, long position) {
        order = position;
        creator = null;
        container = made;
        outcome.complete(made);
    }

    void failed(Throwable cause) {
        creator = null;
        outcome.completeExceptionally(cause);
    }

    /** Leaves the release to the creator. The creator's thread calls this if its factory closes the environment. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /**
     * Waits until the creator has completed the slot.
     *
     * @throws CompletionException with the creator's failure as its cause
     */
    Container await() {
        return outcome.join();
    }
}
