package dev.clnrm.bench.model;

/** The warm-up of a fork, before its measured iterations. */
public sealed interface Warmup {
    /**
     * Iterations until the times are steady. Their number is found on a case's first fork and then used for all its forks.
     *
     * @param capSeconds the longest duration
     */
    record Adaptive(double capSeconds) implements Warmup {
        public Adaptive {
            if (!(capSeconds >= 0) || Double.isInfinite(capSeconds)) {
                throw new IllegalArgumentException("a warm-up lasts at least 0 s, but this is " + capSeconds);
            }
        }
    }

    /**
     * A fixed number of iterations.
     *
     * @param count from 0
     * @param seconds the length of one
     */
    record Fixed(int count, double seconds) implements Warmup {
        public Fixed {
            if (count < 0 || !(seconds > 0) || Double.isInfinite(seconds)) {
                throw new IllegalArgumentException(
                        "a warm-up is a number of iterations of more than 0 s, but this is " + count + " x " + seconds);
            }
        }
    }
}
