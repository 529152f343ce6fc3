package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Decides whether forks are compared pair by pair. This is possible if fork i of both sides ran in one block before any fork of
 * the next (A B | B A). It is done if it makes the error smaller, for a whole suite or not at all. The decision uses variances,
 * never a difference.
 */
final class Blocks {
    private Blocks() {}

    /** Whether fork i of base and head are neighbours, for every i. */
    static boolean interleaved(TwoSides sides) {
        List<JournalEntry> base = sides.base().finished();
        List<JournalEntry> head = sides.head().finished();
        if (base.size() != head.size() || !whole(sides.base()) || !whole(sides.head())) {
            return false;
        }
        int last = -1;
        for (int i = 0; i < base.size(); i++) {
            int first = Math.min(base.get(i).order(), head.get(i).order());
            int second = Math.max(base.get(i).order(), head.get(i).order());
            if (first <= last || first == second) {
                return false;
            }
            last = second;
        }
        return true;
    }

    private static boolean whole(CaseSamples samples) {
        return samples.finished().size() == samples.forks().size();
    }

    /**
     * Whether pairs have the smaller detectable effect over the suite. Compares the geometric mean of the standard deviations,
     * each on its degrees of freedom without bias (E ln s² = ln σ² + ψ(d/2) − ln(d/2)), times t₀.₉₇₅ + t₀.₈ on those degrees.
     */
    static boolean help(List<CaseLooks> cases) {
        List<CaseLooks> comparable =
                cases.stream().filter(CaseLooks::comparable).toList();
        if (comparable.size() < MethodConstants.PRIOR_CASES
                || !comparable.stream()
                        .allMatch(one -> interleaved(one.sides()) && forks(one) >= MethodConstants.PRIOR_FORKS)) {
            return false;
        }
        double gain = 0;
        for (CaseLooks one : comparable) {
            CaseLooks.Logs logs = one.logs(ForkStatistic.MEAN);
            gain += size(Difference.pooled(logs.base(), logs.head()))
                    - size(Difference.paired(logs.base(), logs.head()));
        }
        return gain > 0;
    }

    private static int forks(CaseLooks one) {
        return one.sides().base().finished().size();
    }

    /** The logarithm of the detectable effect, without its bias. */
    private static double size(Difference difference) {
        double half = difference.df() / 2;
        double least = MethodConstants.RESOLUTION * MethodConstants.RESOLUTION;
        double variance = Math.log(difference.variance() + least) - Gamma.digamma(half) + Math.log(half);
        return variance / 2 + Math.log(Sizing.quantiles(difference.df()));
    }

    /** The difference of a look. */
    static Difference difference(CaseLooks.Logs logs, boolean paired) {
        Values base = logs.base();
        Values head = logs.head();
        return paired ? Difference.paired(base, head) : Difference.pooled(base, head);
    }
}
