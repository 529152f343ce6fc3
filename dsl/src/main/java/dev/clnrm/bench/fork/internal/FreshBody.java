package dev.clnrm.bench.fork.internal;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Bodies that get a fresh first argument at every call: a batch is prepared before an invocation, whose operations are as many as
 * the batch has inputs. What preparing allocates is counted apart, so that it can be told from what the body allocates.
 */
@State(Scope.Thread)
public abstract class FreshBody extends BodyState {
    /** JMH's name of the counter of bytes that preparing inputs allocated in an iteration. */
    public static final String PREPARED_BYTES = "preparedBytes";

    @Param("256")
    public int batch;

    Object[] inputs = {};
    Object second = "";

    private Prepared counter = new Prepared();

    /** How many inputs are prepared and not yet cleaned up; the JVM's end may claim them while they are being used. */
    private final AtomicInteger filled = new AtomicInteger();

    private final Leaving leaving = new Leaving();

    @Setup(Level.Trial)
    public final void prepare() throws Exception {
        find();
        inputs = new Object[batch];
        second = argument(1);
        leaving.onExit(this::cleanAll);
    }

    @Setup(Level.Invocation)
    public final void fill(Prepared prepared) throws Exception {
        long before = Allocation.ofThisThread();
        for (int i = 0; i < inputs.length; i++) {
            Object made = argument(0);
            inputs[i] = made;
            if (!filled.compareAndSet(i, i + 1)) {
                clean(made);
                return;
            }
        }
        counter = prepared;
        prepared.preparedBytes += Allocation.ofThisThread() - before;
    }

    @TearDown(Level.Invocation)
    public final void clean() throws Exception {
        long before = Allocation.ofThisThread();
        cleanAll();
        counter.preparedBytes += Allocation.ofThisThread() - before;
    }

    @TearDown(Level.Trial)
    public final void leave() throws Exception {
        leaving.now();
    }

    private void cleanAll() throws Exception {
        for (int last = claim(); last >= 0; last = claim()) {
            clean(inputs[last]);
        }
    }

    /** The index of an input nobody else cleans up, or -1. */
    private int claim() {
        return filled.getAndUpdate(count -> Math.max(0, count - 1)) - 1;
    }
}
