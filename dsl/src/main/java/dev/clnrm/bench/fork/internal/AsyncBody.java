package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bodies that return a stage, whose completion ends the operation. */
@SuppressWarnings("unchecked")
public abstract class AsyncBody extends StateBody {
    @Benchmark
    public @Nullable Object none() throws Exception {
        return ((Body.Async0) function).call().toCompletableFuture().get();
    }

    @Benchmark
    public @Nullable Object one() throws Exception {
        return ((Body.Async1<Object>) function)
                .call(first)
                .toCompletableFuture()
                .get();
    }

    @Benchmark
    public @Nullable Object two() throws Exception {
        return ((Body.Async2<Object, Object>) function)
                .call(first, second)
                .toCompletableFuture()
                .get();
    }

    /** One state for all threads of a fork. */
    @State(Scope.Benchmark)
    public static class Shared extends AsyncBody {}

    /** One state for each thread. */
    @State(Scope.Thread)
    public static class PerThread extends AsyncBody {}
}
