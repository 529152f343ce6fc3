package dev.clnrm.bench.github;

import java.util.Comparator;

/**
 * Which of two results is the newer.
 *
 * @param run the number of the workflow's run
 * @param attempt how often that run was started, from 1
 */
public record Order(long run, int attempt) implements Comparable<Order> {
    private static final Comparator<Order> NEWER =
            Comparator.comparingLong(Order::run).thenComparingInt(Order::attempt);

    @Override
    public int compareTo(Order other) {
        return NEWER.compare(this, other);
    }
}
