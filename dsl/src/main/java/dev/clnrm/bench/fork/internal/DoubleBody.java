package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bodies that return a double. */
@SuppressWarnings("unchecked")
public abstract class DoubleBody extends StateBody {
    @Benchmark
    public double none() throws Exception {
        return ((Body.Double0) function).call();
    }

    @Benchmark
    public double one() throws Exception {
        return ((Body.Double1<Object>) function).call(first);
    }

    @Benchmark
    public double two() throws Exception {
        return ((Body.Double2<Object, Object>) function).call(first, second);
    }

    /** One state for all threads of a fork. */
    @State(Scope.Benchmark)
    public static class Shared extends DoubleBody {}

    /** One state for each thread. */
    @State(Scope.Thread)
    public static class PerThread extends DoubleBody {}
}
