package dev.clnrm.bench.stats;

import java.util.List;
import java.util.Optional;

/**
 * A whole family of comparisons, judged together.
 *
 * @param all one for every case's time in the order given, each followed by its allocation where both sides measured it
 * @param family over how many p values Holm was applied: the gated cases whose times can be compared
 * @param moderated whether the suite says something about the spread of its forks; not where it has too few cases or forks
 * @param noiseFloor the median spread of the cases, as a share: 0.01 is 1 %; absent where no case has one
 */
public record Comparisons(List<Comparison> all, int family, boolean moderated, Optional<Double> noiseFloor) {
    public Comparisons {
        all = List.copyOf(all);
    }

    /** Every case of {@code cases} compared, and the evidence adjusted over all of them that gate. */
    public static Comparisons of(List<TwoSides> cases, Comparing how) {
        return Comparer.compare(cases.parallelStream().map(CaseLooks::of).toList(), how);
    }
}
