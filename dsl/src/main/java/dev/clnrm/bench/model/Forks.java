package dev.clnrm.bench.model;

/**
 * How many forks of a case are measured.
 *
 * @param min at least so many, from 1
 * @param max at most so many, where more would decide something
 */
public record Forks(int min, int max) {
    public Forks {
        if (min < 1 || max < min) {
            throw new IllegalArgumentException(
                    "forks are from 1 and the maximum is not below the minimum, but these are " + min + " to " + max);
        }
    }
}
