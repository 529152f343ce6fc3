package dev.clnrm.bench.github;

import java.util.Comparator;

/**
 * The order of results: which of two results is newer. The jobs of one workflow run have the same place in it.
 *
 * @param run the id of the workflow run
 * @param attempt the number of the attempt of that run, from 1
 * @param job what distinguishes the job from others of that run, 8 hexadecimal digits; empty if unknown
 */
public record Order(long run, int attempt, String job) implements Comparable<Order> {
    private static final Comparator<Order> NEWER =
            Comparator.comparingLong(Order::run).thenComparingInt(Order::attempt);

    /** The order of a result whose job is unknown. */
    public Order(long run, int attempt) {
        this(run, attempt, "");
    }

    @Override
    public int compareTo(Order other) {
        return NEWER.compare(this, other);
    }

    /** Whether another job of the same workflow run gave the other result. Neither replaces the other, also if one job is run again. */
    boolean rivals(Order other) {
        return run == other.run && differs(other);
    }

    /** Whether this result replaces the other, which may not replace it. */
    boolean isNewerThan(Order other) {
        return compareTo(other) > 0 && !rivals(other);
    }

    /** Whether both jobs are known and differ. */
    boolean differs(Order other) {
        return !job.isEmpty() && !other.job.isEmpty() && !job.equals(other.job);
    }
}
