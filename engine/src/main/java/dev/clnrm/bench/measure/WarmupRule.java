package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.Values;
import java.util.OptionalInt;

/** Decides from which iteration on the values of a fork count. */
@FunctionalInterface
public interface WarmupRule {
    /**
     * The number of iterations after which times are steady; the first answer stays the same when iterations are added.
     *
     * @param times seconds per operation of every iteration so far
     * @param iterationSeconds the duration of each iteration
     */
    OptionalInt steadyFrom(Values times, double iterationSeconds);
}
