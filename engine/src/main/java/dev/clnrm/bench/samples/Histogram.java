package dev.clnrm.bench.samples;

/**
 * How often each time was seen: the values of one iteration in sample mode.
 *
 * @param seconds distinct times per operation, ascending
 * @param counts how often each was seen, in the same order; whole numbers
 */
public record Histogram(Values seconds, Values counts) {
    public Histogram {
        if (seconds.size() != counts.size()) {
            throw new IllegalArgumentException(seconds.size() + " times but " + counts.size() + " counts");
        }
    }
}
