package dev.clnrm.bench.research;

import java.util.Locale;

/**
 * Which iterations of a fork count.
 *
 * @param iterationSeconds how long each is
 * @param warmup how many come before those that count
 * @param measured how many count
 */
public record Window(double iterationSeconds, int warmup, int measured) {
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.3g + %.3g s in iterations of %s",
                warmup * iterationSeconds,
                measured * iterationSeconds,
                iterationSeconds < 1
                        ? Math.round(iterationSeconds * 1000) + " ms"
                        : Math.round(iterationSeconds) + " s");
    }
}
