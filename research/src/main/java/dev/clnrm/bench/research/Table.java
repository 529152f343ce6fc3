package dev.clnrm.bench.research;

import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.stats.Spending;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules on one window.
 *
 * @param window which iterations counted
 * @param suites the number of different suites
 * @param cases the number of different cases
 * @param splits how often each was dealt
 * @param rows one per rule
 */
public record Table(Window window, int suites, int cases, int splits, List<Row> rows) {

    /** The default tolerance. */
    private static final double TOLERANCE = 0.03;

    /** No tolerance: the statistics alone. */
    private static final double NONE = -1;

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * This program's rule at 5, 3, and 3 to 5 forks. With {@code peers} also the rules of other tools, and
     * {@code --until decided}. That needs more forks than there are, so they are drawn with replacement, and so are those of the
     * row above it.
     */
    public static Table of(List<SameCode> benchmarks, Window window, int splits, long seed, boolean peers) {
        Experiment five = new Experiment(benchmarks, window, 5, splits, seed);
        Experiment three = new Experiment(benchmarks, window, 3, splits, seed);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("clnrm-bench, 5 forks", five.rates(new OurRule(Spending.each(5, 5), NONE))));
        rows.add(new Row("clnrm-bench, 5 forks, and > 3 %", five.rates(new OurRule(Spending.each(5, 5), TOLERANCE))));
        rows.add(new Row("clnrm-bench, 3 forks", three.rates(new OurRule(Spending.each(3, 3), NONE))));
        rows.add(new Row("clnrm-bench, 3 to 5 forks", five.rates(new OurRule(Spending.each(3, 5), NONE))));
        if (peers) {
            Forks many = Defaults.UNTIL_DECIDED;
            Experiment again = new Experiment(benchmarks, window, many.max(), splits, seed);
            rows.add(new Row("drawn again: 3 to 5 forks", again.rates(new OurRule(Spending.each(3, 5), NONE))));
            rows.add(new Row(
                    "drawn again: until decided",
                    again.rates(new OurRule(Spending.each(many.min(), many.max()), NONE))));
            rows.add(new Row("permutation of forks", five.rates(ForkRule.PERMUTATION)));
            rows.add(new Row("permutation of forks, Holm", five.rates(ForkRule.PERMUTATION_OF_FAMILY)));
            rows.add(new Row("bootstrap of forks excludes 1", five.rates(ForkRule.BOOTSTRAP)));
            rows.add(new Row("pooled Mann-Whitney", five.rates(PeerRule.POOLED_RANK_SUM)));
            rows.add(new Row("pooled Welch", five.rates(PeerRule.POOLED_WELCH)));
            rows.add(new Row("JMH 99.9 % error bars apart", five.rates(PeerRule.ERROR_BARS)));
            rows.add(new Row("ratio of means > 1.5", five.rates(PeerRule.RATIO)));
        }
        int suites = (int) benchmarks.stream().map(SameCode::project).distinct().count();
        return new Table(window, suites, benchmarks.size(), splits, rows);
    }
}
