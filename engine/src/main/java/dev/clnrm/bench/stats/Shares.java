package dev.clnrm.bench.stats;

/**
 * The share of the error that each look at times spends: p = min over looks of pₖ / wₖ.
 *
 * <p>With shares that add up to 1 this is Bonferroni's bound (weighted: Holm 1979, section 4). The looks at one case depend on each
 * other strongly, so the bound wastes error, while three forks have heavier tails than t assumes. So the sum depends on the number of
 * forks and was chosen such that the same code is called slower in less than one of twenty suites (docs/statistics.md).
 */
final class Shares {
    private Shares() {}

    /**
     * The share of a look.
     *
     * @param forks the number on the smaller side
     * @param single whether a fork gives one value, so that the mean is the only look
     * @param moderated whether variances are learned from the suite; if not, the shares add up to at most 1
     */
    static double of(ForkStatistic look, int forks, boolean single, boolean moderated) {
        double sum = moderated ? MethodConstants.shares(forks) : Math.min(1, MethodConstants.shares(forks));
        if (single) {
            return look == ForkStatistic.MEAN ? sum : 0;
        }
        return switch (look) {
            case FLOOR -> MethodConstants.FLOOR_LOOK * sum;
            case BODY -> MethodConstants.BODY_LOOK * sum;
            case TAIL -> MethodConstants.TAIL_LOOK * sum;
            case MEAN, EXACT -> 0;
        };
    }
}
