package dev.clnrm.bench.calibrate;

import dev.clnrm.bench.analyse.Comparing;
import dev.clnrm.bench.analyse.Comparison;
import dev.clnrm.bench.analyse.Metric;
import dev.clnrm.bench.analyse.Sequential;
import dev.clnrm.bench.analyse.Spending;
import dev.clnrm.bench.analyse.Stopping;
import dev.clnrm.bench.analyse.TwoSides;
import java.util.List;

/**
 * The rule of this program, by the code that judges every run. A case is measured on until it is called slower or faster, or a slowdown
 * is excluded.
 *
 * @param looks after how many forks of each side it looks
 * @param tolerance the change that counts as none: a case within it is not called
 */
record OurRule(Spending looks, double tolerance) implements Rule {
    @Override
    public Calls judge(List<Drawn> suite) {
        int most = looks.looks().get(looks.looks().size() - 1);
        List<TwoSides> sides = suite.stream().map(one -> one.sides(most)).toList();
        Stopping stopping = Stopping.at(tolerance);
        Sequential looked = Sequential.of(sides, Comparing.DEFAULT, looks, stopping);
        List<Comparison> times = looked.comparisons().all().stream()
                .filter(one -> one.metric() == Metric.TIME)
                .toList();
        return new Calls(
                times.stream()
                        .map(one -> stopping.calledSlower(one, Comparing.DEFAULT.level()))
                        .toList(),
                times.stream().mapToInt(Comparison::baseForks).average().orElse(0));
    }
}
