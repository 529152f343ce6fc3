package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Bodies that pass their results to the black hole. */
@SuppressWarnings("unchecked")
public abstract class IntoBody extends StateBody {
    @Benchmark
    public void none(Blackhole blackhole) throws Exception {
        ((Body.Into0) function).call(blackhole);
    }

    @Benchmark
    public void one(Blackhole blackhole) throws Exception {
        ((Body.Into1<Object>) function).call(first, blackhole);
    }

    @Benchmark
    public void two(Blackhole blackhole) throws Exception {
        ((Body.Into2<Object, Object>) function).call(first, second, blackhole);
    }

    /** One state for all threads of a fork. */
    @State(Scope.Benchmark)
    public static class Shared extends IntoBody {}

    /** One state for each thread. */
    @State(Scope.Thread)
    public static class PerThread extends IntoBody {}
}
