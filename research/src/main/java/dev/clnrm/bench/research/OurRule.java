package dev.clnrm.bench.research;

import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.stats.Comparing;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Limits;
import dev.clnrm.bench.stats.Limits.Called;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Sequential;
import dev.clnrm.bench.stats.Spending;
import dev.clnrm.bench.stats.Stopping;
import dev.clnrm.bench.stats.TwoSides;
import java.util.List;

/**
 * The rule of this program, with the code that judges every run. A case gets forks until it is called slower or faster, or until
 * a slowdown is excluded.
 *
 * @param looks after how many forks of each side it looks
 * @param tolerance the largest change that is ignored
 */
record OurRule(Spending looks, double tolerance) implements Rule {
    @Override
    public Calls judge(List<Drawn> suite) {
        int most = looks.looks().get(looks.looks().size() - 1);
        List<TwoSides> sides = suite.stream().map(one -> one.sides(most)).toList();
        Stopping stopping = new Stopping(one -> new Limits(tolerance, Defaults.CHANGES.margin()));
        Stopping ten = new Stopping(one -> new Limits(tolerance, 0.10));
        Sequential looked = Sequential.of(sides, Comparing.DEFAULT, looks, stopping);
        List<Comparison> times = looked.comparisons().all().stream()
                .filter(one -> one.metric() == Metric.TIME)
                .toList();
        double level = Comparing.DEFAULT.level();
        List<Called> called =
                times.stream().map(one -> stopping.called(one, level)).toList();
        List<Called> atTen = times.stream().map(one -> ten.called(one, level)).toList();
        return new Calls(
                called.stream().map(one -> one == Called.SLOWER).toList(),
                called.stream()
                        .map(one -> one == Called.OK || one == Called.FASTER)
                        .toList(),
                atTen.stream()
                        .map(one -> one == Called.OK || one == Called.FASTER)
                        .toList(),
                times.stream().mapToInt(one -> one.base().forks()).average().orElse(0));
    }
}
