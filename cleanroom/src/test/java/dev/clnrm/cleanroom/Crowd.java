package dev.clnrm.cleanroom;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Threads that begin at the same moment, round after round. */
final class Crowd implements AutoCloseable {
    private final int size;
    private final ExecutorService threads;

    Crowd(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    /** Runs the action on every thread at the same moment, and returns the results. */
    <T> List<T> actAtOnce(IntFunction<T> act) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(size);
        List<Future<T>> results = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int member = i;
            results.add(threads.submit(() -> {
                barrier.await(10, TimeUnit.SECONDS);
                return act.apply(member);
            }));
        }
        List<T> values = new ArrayList<>();
        for (Future<T> result : results) {
            values.add(result.get(20, TimeUnit.SECONDS));
        }
        return values;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
