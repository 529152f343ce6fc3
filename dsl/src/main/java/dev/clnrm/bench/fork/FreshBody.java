package dev.clnrm.bench.fork;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Bodies that get a fresh first argument at every call: a batch is prepared before an invocation, whose operations are as many as
 * the batch has inputs.
 */
@State(Scope.Thread)
public abstract class FreshBody extends BodyState {
    @Param("256")
    public int batch;

    Object[] inputs = {};
    Object second = "";

    @Setup(Level.Trial)
    public final void prepare() throws Exception {
        find();
        inputs = new Object[batch];
        second = argument(1);
    }

    @Setup(Level.Invocation)
    public final void fill() throws Exception {
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = argument(0);
        }
    }

    @TearDown(Level.Invocation)
    public final void cleanAll() throws Exception {
        for (Object input : inputs) {
            clean(input);
        }
    }
}
