package dev.clnrm.bench.model;

/**
 * The number of measured forks of a case.
 *
 * @param min the minimum, from 1
 * @param max the maximum, if more forks can decide a result
 */
public record Forks(int min, int max) {
    public Forks {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException(
                    "forks are from 1 and the maximum is not below the minimum, but these are " + min + " to " + max);
        }
    }
}
