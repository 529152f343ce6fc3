package dev.clnrm.bench.model;

import java.util.Optional;

/**
 * An absolute limit of one metric.
 *
 * @param atMost the budget
 * @param critical the amount from which an exceeded budget is critical
 * @param percentile the limited percentile of the operation's time, in (0, 100]; empty for the mean
 * @param place where it was written
 * @param <Q> the limited quantity
 */
public record Limit<Q extends Quantity<Q>>(Q atMost, Optional<Q> critical, Optional<Double> percentile, Place place) {
    public Limit {
        if (critical.isPresent() && critical.get().base() < atMost.base()) {
            throw new IllegalArgumentException("the critical limit is below the budget");
        }
        if (percentile.isPresent() && !(percentile.get() > 0 && percentile.get() <= 100)) {
            throw new IllegalArgumentException("a percentile lies in (0, 100], but this is " + percentile.get());
        }
    }

    /** A plain limit of the mean, without a critical amount. */
    public static <Q extends Quantity<Q>> Limit<Q> atMost(Q amount, Place place) {
        return new Limit<>(amount, Optional.empty(), Optional.empty(), place);
    }

    /** This limit with the amount from which an exceeded budget is critical. */
    public Limit<Q> critical(Q amount) {
        return new Limit<>(atMost, Optional.of(amount), percentile, place);
    }

    /** This limit for a percentile in (0, 100], measured in sample mode. */
    public Limit<Q> percentile(double p) {
        return new Limit<>(atMost, critical, Optional.of(p), place);
    }
}
