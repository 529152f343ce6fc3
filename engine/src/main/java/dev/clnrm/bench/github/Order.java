package dev.clnrm.bench.github;

import java.util.Comparator;

/**
 * The order of results: which of two results is newer.
 *
 * @param run the number of the workflow run
 * @param attempt the number of the attempt of that run, from 1
 */
public record Order(long run, int attempt) implements Comparable<Order> {
    private static final Comparator<Order> NEWER =
            Comparator.comparingLong(Order::run).thenComparingInt(Order::attempt);

    @Override
    public int compareTo(Order other) {
        return NEWER.compare(this, other);
    }
}
