package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Warmup;

/**
 * The measuring effort for a case, with all settings resolved.
 *
 * @param forks the number of new JVMs
 * @param warmup what runs before the measured iterations
 * @param iterations the measured iterations of a fork
 */
public record Effort(Forks forks, Warmup warmup, Iterations iterations) {
    /** The longest warm-up of a fork, in seconds. */
    public double longestWarmup() {
        if (warmup instanceof Warmup.Fixed fixed) {
            return fixed.count() * fixed.seconds();
        }
        return ((Warmup.Adaptive) warmup).capSeconds();
    }

    /** The duration of a warm-up iteration, in seconds. */
    public double warmupIterationSeconds() {
        return warmup instanceof Warmup.Fixed fixed ? fixed.seconds() : iterations.seconds();
    }

    /** The time of a fork's measured iterations, in seconds. */
    public double measuredSeconds() {
        return iterations.count() * iterations.seconds();
    }
}
