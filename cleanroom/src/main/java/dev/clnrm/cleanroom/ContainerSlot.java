package dev.clnrm.cleanroom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The place of one container name, from the request that creates the container to its release.
 *
 * <p>One thread, the creator, settles the slot once; all others read it or wait for it.
 */
final class ContainerSlot {
    private final String name;
    private final CompletableFuture<Container> outcome = new CompletableFuture<>();

    /** Read without ordering: a thread finds itself here only if it wrote itself here. */
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

    /** Position in the order in which containers came to be. */
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

    /** Leaves the release to the creator; called by the creator's thread, when its factory closes the environment. */
    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    /**
     * Waits until the creator has settled the slot.
     *
     * @throws CompletionException with the creator's failure as its cause
     */
    Container await() {
        return outcome.join();
    }
}
