package dev.clnrm.cleanroom;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The environment's threads, created at the first task. Safe for concurrent use.
 *
 * <p>A task submitted after closing runs on the calling thread, so that no stage stays incomplete; the tasks themselves check
 * whether the environment is still open.
 */
final class Workers implements Executor {
    /**
     * The number of threads. Starts mostly wait for a process or a port, not for a core: sixteen wait at the same time, others
     * wait in a queue.
     */
    private static final int THREADS = 16;

    /**
     * The seconds after which an idle thread ends: long enough for a test's next tasks, short enough not to outlive a test that
     * forgot to close.
     */
    private static final long KEEP_ALIVE_SECONDS = 1;

    private final Session session;
    private final @Nullable Executor given;
    private volatile @Nullable ThreadPoolExecutor own;

    /** Uses the given executor, which its owner must close; or its own threads if there is none. */
    Workers(Session session, @Nullable Executor given) {
        this.session = session;
        this.given = given;
    }

    @Override
    public void execute(Runnable task) {
        Executor executor = given != null ? given : own();
        if (executor == null) {
            task.run();
            return;
        }
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            task.run();
        }
    }

    /**
     * Lets tasks finish and their threads end; does not wait for them. Tasks in the queue get a thread of their own, because the
     * running ones may wait for them.
     */
    synchronized void close() {
        ThreadPoolExecutor executor = own;
        if (executor != null) {
            executor.setMaximumPoolSize(THREADS + 1);
            executor.setCorePoolSize(THREADS + 1);
            executor.shutdown();
        }
    }

    private @Nullable Executor own() {
        ThreadPoolExecutor executor = own;
        return executor != null ? executor : make();
    }

    private synchronized @Nullable Executor make() {
        ThreadPoolExecutor executor = own;
        if (executor == null && !session.isClosed()) {
            AtomicInteger count = new AtomicInteger();
            executor = new ThreadPoolExecutor(
                    THREADS, THREADS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                        Thread thread = new Thread(task, "cleanroom-" + session.id() + "-" + count.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    });
            executor.allowCoreThreadTimeOut(true);
            own = executor;
        }
        return executor;
    }
}
