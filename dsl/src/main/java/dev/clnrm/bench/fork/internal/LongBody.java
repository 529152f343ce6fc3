package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bodies that return a long. */
@SuppressWarnings("unchecked")
public abstract class LongBody extends StateBody {
    @Benchmark
    public long none() throws Exception {
        return ((Body.Long0) function).call();
    }

    @Benchmark
    public long one() throws Exception {
        return ((Body.Long1<Object>) function).call(first);
    }

    @Benchmark
    public long two() throws Exception {
        return ((Body.Long2<Object, Object>) function).call(first, second);
    }

    /** One state for all threads of a fork. */
    @State(Scope.Benchmark)
    public static class Shared extends LongBody {}

    /** One state for each thread. */
    @State(Scope.Thread)
    public static class PerThread extends LongBody {}
}
