package dev.clnrm.bench.model;

import java.util.Optional;

/**
 * An absolute limit of one metric.
 *
 * @param atMost the budget
 * @param critical the amount from which being over budget is critical
 * @param percentile which percentile of the operation's time is limited, in (0, 100]; the mean when absent
 * @param place where it was written
 * @param <Q> the quantity limited
 */
public record Limit<Q extends Quantity<Q>>(Q atMost, Optional<Q> critical, Optional<Double> percentile, Place place) {
    public Limit {
        if (critical.isPresent() && critical.get().base() < atMost.base()) {
            throw new IllegalArgumentException("the critical limit is below the budget it is the critical end of");
        }
        if (percentile.isPresent() && !(percentile.get() > 0 && percentile.get() <= 100)) {
            throw new IllegalArgumentException("a percentile lies in (0, 100], but this is " + percentile.get());
        }
    }

    /** A plain limit: no critical end, of the mean. */
    public static <Q extends Quantity<Q>> Limit<Q> atMost(Q amount, Place place) {
        return new Limit<>(amount, Optional.empty(), Optional.empty(), place);
    }

    /** This limit with the amount from which being over it is critical. */
    public Limit<Q> critical(Q amount) {
        return new Limit<>(atMost, Optional.of(amount), percentile, place);
    }

    /** This limit put on a percentile, in (0, 100], measured in sample mode. */
    public Limit<Q> percentile(double p) {
        return new Limit<>(atMost, critical, Optional.of(p), place);
    }
}
