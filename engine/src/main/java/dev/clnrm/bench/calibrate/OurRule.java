package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.analyse.Comparing;
import dev.clnrm.bench.analyse.Comparison;
import dev.clnrm.bench.analyse.Comparisons;
import dev.clnrm.bench.analyse.Evidence;
import dev.clnrm.bench.analyse.Interval;
import dev.clnrm.bench.analyse.Spending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The rule of this program, by the code that judges every run. A case is measured on until it is called slower or faster, or a slowdown
 * is excluded.
 *
 * @param looks after how many forks of each side it looks
 * @param excluding the slowdown that, once excluded, ends the measurement of a case: 0.05 is 5 %
 * @param tolerance the change of the mean that counts as none: a case within it is not called
 */
record OurRule(Spending looks, double excluding, double tolerance) implements Rule {
    /** Below this p value a case is not called quiet. */
    private static final double HINT = 0.3;

    @Override
    public Calls judge(List<Drawn> suite) {
        int n = suite.size();
        Boolean[] slower = new Boolean[n];
        Arrays.fill(slower, false);
        boolean[] decided = new boolean[n];
        List<Integer> forks = new ArrayList<>(Collections.nCopies(n, 0));
        for (int look : looks.looks()) {
            double level = looks.level(look, Comparing.DEFAULT.level());
            for (int i = 0; i < n; i++) {
                forks.set(i, decided[i] ? forks.get(i) : look);
            }
            List<Comparison> all = compare(suite, forks);
            for (int i = 0; i < n; i++) {
                Comparison one = all.get(i);
                boolean called = !decided[i]
                        && below(one.slower().orElseThrow(), level)
                        && one.change().orElseThrow().estimate() > 1 + tolerance;
                slower[i] = slower[i] || called;
                decided[i] = decided[i] || called || below(one.faster().orElseThrow(), level) || excluded(one);
            }
        }
        double mean = forks.stream().mapToInt(Integer::intValue).sum() / (double) n;
        return new Calls(List.of(slower), mean);
    }

    private static List<Comparison> compare(List<Drawn> suite, List<Integer> forks) {
        List<dev.clnrm.bench.analyse.TwoSides> sides = new ArrayList<>();
        for (int i = 0; i < suite.size(); i++) {
            sides.add(suite.get(i).sides(forks.get(i)));
        }
        return Comparisons.of(sides, Comparing.DEFAULT).all();
    }

    private static boolean below(Evidence evidence, double level) {
        return evidence.adjusted() < level;
    }

    /** Whether a slowdown is excluded by the mean or by the fast end, and no look hints at one. */
    private boolean excluded(Comparison one) {
        if (one.slower().orElseThrow().p() < HINT) {
            return false;
        }
        return one.equivalence().orElseThrow().high() < 1 + excluding
                || one.floor().map(Interval::high).orElse(Double.MAX_VALUE) < 1 + excluding;
    }
}
