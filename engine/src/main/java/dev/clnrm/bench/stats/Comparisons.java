package dev.clnrm.bench.stats;

import java.util.List;
import java.util.Optional;

/**
 * A whole family of comparisons, judged together.
 *
 * @param all one for the time of every case in the order given, each followed by its allocation if both sides measured it
 * @param family how many p values Holm's adjustment covers: the gated cases whose times can be compared
 * @param moderated whether the spread of forks is learned from the suite; false if it has too few cases or forks
 * @param noiseFloor the median spread of the cases, as a share: 0.01 is 1 %; empty if no case has one
 */
public record Comparisons(List<Comparison> all, int family, boolean moderated, Optional<Double> noiseFloor) {
    public Comparisons {
        all = List.copyOf(all);
    }

    /** Compares all {@code cases} and adjusts the evidence over the gated ones. */
    public static Comparisons of(List<TwoSides> cases, Comparing how) {
        return new Comparer(how)
                .compare(cases.parallelStream().map(CaseLooks::of).toList());
    }
}
