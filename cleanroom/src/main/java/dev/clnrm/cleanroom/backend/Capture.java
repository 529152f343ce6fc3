package dev.clnrm.cleanroom.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads one output of a process, in UTF-8, to its end, on a separate thread, so that the process never blocks because nobody reads. Output
 * over the limit is read and dropped.
 */
final class Capture {
    private static final int CHUNK = 2048;

    /** The threads; each ends after a second without work. */
    private static final ThreadPoolExecutor THREADS = threads();

    private final InputStream stream;
    private final FutureTask<String> reading;
    private volatile boolean cut;

    private Capture(InputStream stream, int limit) {
        this.stream = stream;
        this.reading = new FutureTask<>(() -> read(limit));
    }

    static Capture of(InputStream stream, int limit) {
        Capture capture = new Capture(stream, limit);
        THREADS.execute(capture.reading);
        return capture;
    }

    /** The output, after all processes that could write have ended; null if the stream is still open after this time. */
    @Nullable String text(long seconds) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return reading.get(seconds, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    return null;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("reading what a process printed failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Whether the output was longer than the limit. */
    boolean isCut() {
        return cut;
    }

    private String read(int limit) throws IOException {
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            StringBuilder kept = new StringBuilder();
            char[] chunk = new char[CHUNK];
            for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
                int wanted = Math.min(read, limit - kept.length());
                kept.append(chunk, 0, wanted);
                cut |= wanted < read;
            }
            return kept.toString();
        }
    }

    private static ThreadPoolExecutor threads() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "cleanroom-output-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
