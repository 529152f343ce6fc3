package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Energy;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * E-divisive as published: the largest energy statistic proposes a step. Permutations inside the parts found so far confirm it or
 * end the search (Matteson &amp; James 2014, sections 3.1 and 3.2).
 */
final class EDivisive {
    /** The defaults of the R package ecp. */
    private static final int PERMUTATIONS = 199;

    private static final double LEVEL = 0.05;

    private EDivisive() {}

    static List<Integer> steps(Values series) {
        SplittableRandom random = new SplittableRandom(1);
        TreeSet<Integer> found = new TreeSet<>();
        while (true) {
            Energy.Candidate best = best(series, found);
            if (best.index() <= 0) {
                return List.copyOf(found);
            }
            int reached = 1;
            // If too many permutations reach it, the others cannot change the answer.
            for (int i = 0; i < PERMUTATIONS && reached <= LEVEL * (PERMUTATIONS + 1); i++) {
                reached += best(permuted(series, found, random), found).q() >= best.q() ? 1 : 0;
            }
            if (reached > LEVEL * (PERMUTATIONS + 1)) {
                return List.copyOf(found);
            }
            found.add(best.index());
        }
    }

    private static Energy.Candidate best(Values series, SortedSet<Integer> found) {
        Energy energy = Energy.of(series);
        Energy.Candidate best = new Energy.Candidate(-1, Double.NEGATIVE_INFINITY);
        int from = 0;
        for (int end : ends(series, found)) {
            Energy.Candidate one = energy.best(from, end);
            best = one.q() > best.q() ? one : best;
            from = end;
        }
        return best;
    }

    private static Values permuted(Values series, SortedSet<Integer> found, SplittableRandom random) {
        double[] values = series.stream().toArray();
        int from = 0;
        for (int end : ends(series, found)) {
            for (int i = end - 1; i > from; i--) {
                int other = from + random.nextInt(i - from + 1);
                double value = values[i];
                values[i] = values[other];
                values[other] = value;
            }
            from = end;
        }
        return Values.of(values);
    }

    private static List<Integer> ends(Values series, SortedSet<Integer> found) {
        List<Integer> ends = new ArrayList<>(found);
        ends.add(series.size());
        return ends;
    }
}
