package dev.clnrm.bench.fork.internal;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Bodies whose arguments are prepared once. */
public abstract class StateBody extends BodyState {
    Object first = "";
    Object second = "";

    private final TrialCleanup cleanup = new TrialCleanup();

    @Setup(Level.Trial)
    public final void prepare() throws Exception {
        find();
        first = argument(0);
        second = argument(1);
        cleanup.onExit(() -> clean(first));
    }

    @TearDown(Level.Trial)
    public final void leave() throws Exception {
        Retained.giveUp(() -> {
            cleanup.now();
            first = "";
            second = "";
        });
    }
}
