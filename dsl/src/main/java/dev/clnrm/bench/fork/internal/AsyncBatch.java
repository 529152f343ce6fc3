package dev.clnrm.bench.fork.internal;

import dev.clnrm.bench.dsl.Body;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Bodies that take a new input at every call and return a stage, whose completion ends the operation. */
@SuppressWarnings("unchecked")
public abstract class AsyncBatch extends FreshBody {
    @Benchmark
    public void one(Blackhole blackhole) throws Exception {
        Body.Async1<Object> body = (Body.Async1<Object>) function;
        for (Object input : inputs) {
            blackhole.consume(body.call(input).toCompletableFuture().get());
        }
    }

    @Benchmark
    public void two(Blackhole blackhole) throws Exception {
        Body.Async2<Object, Object> body = (Body.Async2<Object, Object>) function;
        Object second = this.second;
        for (Object input : inputs) {
            blackhole.consume(body.call(input, second).toCompletableFuture().get());
        }
    }

    /** Each thread prepares its own inputs. */
    @State(Scope.Thread)
    public static class Fresh extends AsyncBatch {}
}
