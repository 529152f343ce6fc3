package dev.clnrm.cleanroom;

import java.util.concurrent.CompletionException;

/** Converts exceptions of plugins, factories and stages. */
final class ForeignFailure {
    private ForeignFailure() {}

    /** Sets the thread's interrupt status again if the failure is an interruption of this thread. */
    static void keepInterruption(Throwable failure) {
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }

    /** The failure of a stage, without the wrappers that stages add. */
    static Throwable causeOf(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
