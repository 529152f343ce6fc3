package dev.clnrm.bench.cli;

import dev.clnrm.bench.samples.Side;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Both sides of a comparison.
 *
 * @param base what is compared against
 * @param head what is compared
 */
record Pair(Side base, Side head) {
    /** Reads both at once, each on a processor of its own; a fault of the base is told first. */
    static Pair read(Sources sources, String base, String head) {
        FutureTask<Side> second = new FutureTask<>(() -> BadFile.unless(() -> sources.read(head)));
        Thread reader = new Thread(second, "head");
        reader.setDaemon(true);
        reader.start();
        Side first = BadFile.unless(() -> sources.read(base));
        try {
            return new Pair(first, second.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
