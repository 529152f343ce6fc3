package dev.clnrm.bench.model;

/**
 * A duration.
 *
 * @param seconds finite, not negative
 */
public record Time(double seconds) implements Quantity<Time> {
    public Time {
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("a time is finite and not negative, but this is " + seconds + " s");
        }
    }

    @Override
    public double base() {
        return seconds;
    }
}
