package dev.clnrm.bench.analyse;

/**
 * How much of the error each look at times spends: p = min over looks of pₖ / wₖ.
 *
 * <p>With shares that add up to 1 this is Bonferroni's bound (weighted: Holm 1979, section 4). The looks at one case depend on each
 * other strongly, so the bound wastes error, while three forks have heavier tails than t admits: the sum was chosen by forks such that
 * same code is called slower in less than one of twenty suites (docs/performance/method.md).
 */
final class Shares {
    private Shares() {}

    /** The share of a look with so many forks on the smaller side; of the mean alone where a fork gives one value. */
    static double of(Look look, int forks, boolean single) {
        double sum = Defaults.shares(forks);
        if (single) {
            return look == Look.MEAN ? sum : 0;
        }
        return switch (look) {
            case FLOOR -> Defaults.FLOOR_LOOK * sum;
            case MEAN -> Defaults.MEAN_LOOK * sum;
            case TAIL -> Defaults.TAIL_LOOK * sum;
            case EXACT -> 0;
        };
    }
}
