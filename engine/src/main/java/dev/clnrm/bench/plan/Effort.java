package dev.clnrm.bench.plan;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Warmup;

/**
 * How hard a case is measured, nothing left open.
 *
 * @param forks how many fresh JVMs
 * @param warmup what happens before values count
 * @param iterations the values of a fork
 */
public record Effort(Forks forks, Warmup warmup, Iterations iterations) {
    /** The longest warm-up of a fork, in seconds. */
    public double longestWarmup() {
        if (warmup instanceof Warmup.Fixed fixed) {
            return fixed.count() * fixed.seconds();
        }
        return ((Warmup.Adaptive) warmup).capSeconds();
    }

    /** How long the values of a fork take, in seconds. */
    public double measuredSeconds() {
        return iterations.count() * iterations.seconds();
    }
}
