package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bodies that return an int. */
@SuppressWarnings("unchecked")
public abstract class IntBody extends StateBody {
    @Benchmark
    public int none() throws Exception {
        return ((Body.Int0) function).call();
    }

    @Benchmark
    public int one() throws Exception {
        return ((Body.Int1<Object>) function).call(first);
    }

    @Benchmark
    public int two() throws Exception {
        return ((Body.Int2<Object, Object>) function).call(first, second);
    }

    /** One state for all threads of a fork. */
    @State(Scope.Benchmark)
    public static class Shared extends IntBody {}

    /** One state for each thread. */
    @State(Scope.Thread)
    public static class PerThread extends IntBody {}
}
