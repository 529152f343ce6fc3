package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.inference.TTest;

/** The rules of other tools for the same iterations, each case by itself and without forks. */
enum PeerRule implements Rule {
    /** The rank-sum test over all iterations at 5 %, as benchstat does. */
    POOLED_RANK_SUM {
        @Override
        boolean slower(Values base, Values head) {
            return Drawn.mean(head) > Drawn.mean(base) && RankSum.twoSided(base, head) < 0.05;
        }
    },
    /** Welch's test over all iterations at 5 %. */
    POOLED_WELCH {
        @Override
        boolean slower(Values base, Values head) {
            return Drawn.mean(head) > Drawn.mean(base) && WELCH.tTest(array(base), array(head)) < 0.05;
        }
    },
    /** The 99.9 % error bars that JMH prints do not overlap. */
    ERROR_BARS {
        @Override
        boolean slower(Values base, Values head) {
            return Drawn.mean(head) - bar(head) > Drawn.mean(base) + bar(base);
        }
    },
    /** The mean increased by more than half. */
    RATIO {
        @Override
        boolean slower(Values base, Values head) {
            return Drawn.mean(head) > 1.5 * Drawn.mean(base);
        }
    };

    /** Welch's test for two groups with their own variances (Welch 1947). */
    private static final TTest WELCH = new TTest();

    /** t quantiles of 99.9 % by the number of values. */
    private static final Map<Integer, Double> QUANTILES = new ConcurrentHashMap<>();

    abstract boolean slower(Values base, Values head);

    @Override
    public Calls judge(List<Drawn> suite) {
        List<Boolean> called = suite.stream()
                .map(one -> slower(Drawn.pooled(one.base()), Drawn.pooled(one.head())))
                .toList();
        double forks = suite.stream().mapToInt(one -> one.head().size()).sum() / (double) suite.size();
        return new Calls(called, forks);
    }

    private static double[] array(Values values) {
        return values.stream().toArray();
    }

    private static double bar(Values values) {
        double mean = Drawn.mean(values);
        double n = values.size();
        double variance = values.stream().map(x -> (x - mean) * (x - mean)).sum() / (n - 1);
        return QUANTILES.computeIfAbsent(
                        values.size(), size -> new TDistribution(null, size - 1.0).inverseCumulativeProbability(0.9995))
                * Math.sqrt(variance / n);
    }
}
