package dev.clnrm.bench.measure;

import dev.clnrm.bench.samples.Values;
import java.util.OptionalInt;

/** Says from which iteration on the values of a fork count. */
@FunctionalInterface
public interface WarmupRule {
    /**
     * After how many iterations times are steady; the first answer stays the answer when iterations are added.
     *
     * @param times seconds per operation of every iteration so far
     * @param iterationSeconds how long each lasted
     */
    OptionalInt steadyFrom(Values times, double iterationSeconds);
}
