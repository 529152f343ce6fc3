package dev.clnrm.bench.model;

/**
 * A share of a whole: 0.05 is 5 %.
 *
 * @param fraction finite; 1 is the whole
 */
public record Share(double fraction) {
    public Share {
        if (!Double.isFinite(fraction)) {
            throw new IllegalArgumentException("a share is finite, but this is " + fraction);
        }
    }
}
