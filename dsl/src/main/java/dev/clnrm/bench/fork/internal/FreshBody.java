package dev.clnrm.bench.fork.internal;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Bodies that get a new first argument at every call. A batch of inputs is prepared before an invocation, which runs one
 * operation per input. The allocation of the preparation is counted separately, so that it can be subtracted from the allocation
 * of the body.
 */
@State(Scope.Thread)
public abstract class FreshBody extends BodyState {
    /** JMH's name of the counter of bytes that the preparation of inputs allocated in an iteration. */
    public static final String PREPARED_BYTES = "preparedBytes";

    @Param("256")
    public int batch;

    Object[] inputs = {};
    Object second = "";

    private Prepared counter = new Prepared();

    /** The number of inputs that are prepared and not yet cleaned up. The JVM's end may clean them up while they are in use. */
    private final AtomicInteger filled = new AtomicInteger();

    private final TrialCleanup cleanup = new TrialCleanup();

    @Setup(Level.Trial)
    public final void prepare() throws Exception {
        find();
        inputs = new Object[batch];
        second = argument(1);
        cleanup.onExit(this::cleanAll);
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
        cleanup.now();
    }

    private void cleanAll() throws Exception {
        for (int last = claim(); last >= 0; last = claim()) {
            clean(inputs[last]);
        }
    }

    /** The index of an input that nobody else cleans up, or -1. */
    private int claim() {
        return filled.getAndUpdate(count -> Math.max(0, count - 1)) - 1;
    }
}
