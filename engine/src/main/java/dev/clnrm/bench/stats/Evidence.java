package dev.clnrm.bench.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One-sided evidence of a change.
 *
 * @param p the chance of a difference at least as large in this direction if there is none; in [0, 1]; includes the share of the error
 *     that each look spends
 * @param adjusted the same over the whole family (Holm 1979); at least {@code p}
 * @param look the statistic with the smallest p
 * @param others the evidence of the other statistics, none of them stronger
 */
public record Evidence(double p, double adjusted, ForkStatistic look, List<Evidence> others) {
    public Evidence {
        if (!(0 <= p && p <= adjusted && adjusted <= 1)) {
            throw new IllegalArgumentException("0 <= p <= adjusted <= 1 does not hold of " + p + " and " + adjusted);
        }
        others = List.copyOf(others);
    }

    /** Evidence of only one statistic. */
    public Evidence(double p, double adjusted, ForkStatistic look) {
        this(p, adjusted, look, List.of());
    }

    /** The strongest of these, with the others. */
    static Evidence of(List<Evidence> all) {
        Evidence strongest = all.stream()
                .min(Comparator.comparingDouble(Evidence::adjusted).thenComparingDouble(Evidence::p))
                .orElseThrow();
        return new Evidence(
                strongest.p,
                strongest.adjusted,
                strongest.look,
                all.stream().filter(one -> one.look != strongest.look).toList());
    }

    /** The evidence of each statistic, this one first. */
    List<Evidence> all() {
        return Stream.concat(Stream.of(new Evidence(p, adjusted, look)), others.stream())
                .toList();
    }

    /**
     * The evidence of a statistic. The mean of all iterations has no test of its own: the test of the slowest tenth is used for
     * it.
     */
    public Evidence by(ForkStatistic shown) {
        return find(shown)
                .or(() -> shown == ForkStatistic.MEAN ? find(ForkStatistic.TAIL) : Optional.empty())
                .orElse(this);
    }

    private Optional<Evidence> find(ForkStatistic wanted) {
        return all().stream().filter(one -> one.look == wanted).findFirst();
    }

    /** The same if only a part of the level may be spent: p values grow by a factor. */
    Evidence times(double factor) {
        List<Evidence> scaled = new ArrayList<>();
        all().forEach(one ->
                scaled.add(new Evidence(Math.min(1, one.p * factor), Math.min(1, one.adjusted * factor), one.look)));
        return of(scaled);
    }

    /** The stronger of two occasions for each statistic. */
    Evidence stronger(Evidence other) {
        List<Evidence> both = new ArrayList<>();
        for (Evidence one : all()) {
            Evidence then = other.find(one.look).orElse(one);
            both.add(then.adjusted < one.adjusted ? then : one);
        }
        other.all().stream().filter(one -> find(one.look).isEmpty()).forEach(both::add);
        return of(both);
    }
}
