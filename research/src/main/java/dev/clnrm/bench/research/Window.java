package dev.clnrm.bench.research;

import java.util.Locale;

/**
 * The iterations of a fork that count.
 *
 * @param iterationSeconds the length of each
 * @param warmup the number of iterations before those that count
 * @param measured the number of iterations that count
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
