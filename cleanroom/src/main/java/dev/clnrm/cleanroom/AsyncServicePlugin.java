package dev.clnrm.cleanroom;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** A service whose start waits for something outside, for example a port or a timer, without a thread. */
public interface AsyncServicePlugin extends ServicePlugin {
    /**
     * Begins the start and returns immediately; the stage completes when the service is ready. If the stage fails, nothing must
     * be left running.
     */
    CompletionStage<ServiceHandle> startAsync();

    /**
     * Starts the service and blocks until it is ready.
     *
     * @throws Exception the failure of the stage
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
