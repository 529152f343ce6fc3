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
 * The rule of this program, by the code that judges every run. A case is measured on until it is called slower or faster, or its 90 %
 * interval lies within the tolerance.
 *
 * @param looks after how many forks of each side it looks
 * @param tolerance the change that counts as none: 0.05 is 5 %
 */
record OurRule(Spending looks, double tolerance) implements Rule {
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
                boolean called = !decided[i] && below(one.slower().orElseThrow(), level);
                slower[i] = slower[i] || called;
                decided[i] = decided[i] || called || below(one.faster().orElseThrow(), level) || unchanged(one);
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

    private boolean unchanged(Comparison one) {
        Interval interval = one.equivalence().orElseThrow();
        return interval.low() > 1 / (1 + tolerance) && interval.high() < 1 + tolerance;
    }
}
