package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Bodies that take a new input at every call and return a double. */
@SuppressWarnings("unchecked")
public abstract class DoubleBatch extends FreshBody {
    @Benchmark
    public void one(Blackhole blackhole) throws Exception {
        Body.Double1<Object> body = (Body.Double1<Object>) function;
        for (Object input : inputs) {
            blackhole.consume(body.call(input));
        }
    }

    @Benchmark
    public void two(Blackhole blackhole) throws Exception {
        Body.Double2<Object, Object> body = (Body.Double2<Object, Object>) function;
        Object second = this.second;
        for (Object input : inputs) {
            blackhole.consume(body.call(input, second));
        }
    }

    /** Each thread prepares its own inputs. */
    @State(Scope.Thread)
    public static class Fresh extends DoubleBatch {}
}
