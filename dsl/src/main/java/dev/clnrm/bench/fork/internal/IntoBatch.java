package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Bodies that take a new input at every call and pass their results to the black hole. */
@SuppressWarnings("unchecked")
public abstract class IntoBatch extends FreshBody {
    @Benchmark
    public void one(Blackhole blackhole) throws Exception {
        Body.Into1<Object> body = (Body.Into1<Object>) function;
        for (Object input : inputs) {
            body.call(input, blackhole);
        }
    }

    @Benchmark
    public void two(Blackhole blackhole) throws Exception {
        Body.Into2<Object, Object> body = (Body.Into2<Object, Object>) function;
        Object second = this.second;
        for (Object input : inputs) {
            body.call(input, second, blackhole);
        }
    }

    /** Each thread prepares its own inputs. */
    @State(Scope.Thread)
    public static class Fresh extends IntoBatch {}
}
