package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bodies that return an object. */
@SuppressWarnings("unchecked")
public abstract class ObjectBody extends StateBody {
    @Benchmark
    public @Nullable Object none() throws Exception {
        return ((Body.Call0) function).call();
    }

    @Benchmark
    public @Nullable Object one() throws Exception {
        return ((Body.Call1<Object>) function).call(first);
    }

    @Benchmark
    public @Nullable Object two() throws Exception {
        return ((Body.Call2<Object, Object>) function).call(first, second);
    }

    /** One state for all threads of a fork. */
    @State(Scope.Benchmark)
    public static class Shared extends ObjectBody {}

    /** One state for each thread. */
    @State(Scope.Thread)
    public static class PerThread extends ObjectBody {}
}
