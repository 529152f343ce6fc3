package dev.clnrm.cleanroom;

import java.util.concurrent.CompletionException;

/** What plugins, factories and stages throw, on its way into a typed exception. */
final class ForeignFailure {
    private ForeignFailure() {}

    /** Sets the thread's interrupt status again where the failure is the interruption of this very thread. */
    static void keepInterruption(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a stage failed with, without the wrapping that stages add. */
    static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
