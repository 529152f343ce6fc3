package dev.clnrm.cleanroom;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A service whose start waits for something outside, such as a port or a timer, and needs no thread to do so. */
public interface AsyncServicePlugin extends ServicePlugin {
    /**
     * Begins the start and returns at once; the stage completes when the service is ready. A stage that fails means that
     * nothing is left running.
     */
    CompletionStage<ServiceHandle> startAsync();

    /**
     * Starts the service and blocks until it is ready.
     *
     * @throws Exception what the stage failed with
     */
    @Override
    default ServiceHandle start() throws Exception {
        try {
            return startAsync().toCompletableFuture().join();
        } catch (CompletionException e) {
            Throwable cause = ForeignFailure.causeOf(e);
            if (cause instanceof Exception exception) {
                throw exception;
            }
            throw e;
        }
    }
}
