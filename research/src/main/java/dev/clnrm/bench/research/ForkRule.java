package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Holm;
import java.util.List;

/** Tests of the fork means that assume no distribution and learn nothing from other cases. */
enum ForkRule implements Rule {
    /** The exact permutation test, each case at 5 %. */
    PERMUTATION {
        @Override
        List<Boolean> slower(List<Means> suite) {
            return called(p(suite));
        }
    },
    /** The same, all cases of a suite together at 5 %. */
    PERMUTATION_OF_FAMILY {
        @Override
        List<Boolean> slower(List<Means> suite) {
            return called(Holm.adjust(p(suite)));
        }
    },
    /** The 95 % interval of the ratio excludes no change, each case by itself. */
    BOOTSTRAP {
        @Override
        List<Boolean> slower(List<Means> suite) {
            return suite.stream()
                    .map(one -> RATIO.interval(
                                            List.of(one.base(), one.head()),
                                            sides -> Drawn.mean(sides.get(1)) / Drawn.mean(sides.get(0)),
                                            0.95)
                                    .low()
                            > 1)
                    .toList();
        }
    };

    private static final double LEVEL = 0.05;

    /** The bootstrap of a ratio. A rate over thousands of suites needs fewer draws for each interval than a single interval does. */
    private static final Bootstrap RATIO = new Bootstrap(400, 1);

    /**
     * A case as these tests see it.
     *
     * @param base one mean per fork
     * @param head the same for the other side
     */
    record Means(Values base, Values head) {
        static Means of(Drawn drawn) {
            return new Means(each(drawn.base()), each(drawn.head()));
        }

        private static Values each(List<Values> forks) {
            return Values.of(forks.stream().mapToDouble(Drawn::mean));
        }
    }

    abstract List<Boolean> slower(List<Means> suite);

    @Override
    public Calls judge(List<Drawn> suite) {
        double forks = suite.stream().mapToInt(one -> one.head().size()).sum() / (double) suite.size();
        return new Calls(slower(suite.stream().map(Means::of).toList()), forks);
    }

    private static Values p(List<Means> suite) {
        return Values.of(suite.stream().mapToDouble(one -> Permutation.greater(one.base(), one.head())));
    }

    private static List<Boolean> called(Values p) {
        return p.stream().mapToObj(one -> one < LEVEL).toList();
    }
}
