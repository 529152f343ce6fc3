package dev.clnrm.bench.model;

/**
 * The measured iterations of a fork.
 *
 * @param count from 1
 * @param seconds the length of one, above 0
 */
public record Iterations(int count, double seconds) {
    public Iterations {
        if (count < 1 || !(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(
                    "iterations are at least 1 of more than 0 s, but these are " + count + " x " + seconds + " s");
        }
    }
}
