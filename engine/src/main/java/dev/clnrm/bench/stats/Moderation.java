package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The differences of one look over a suite. The variance of each case is moderated by the variances of the suite.
 *
 * @param differences one per case, in the order given
 * @param moderated whether they are moderated; false if too few cases have enough forks; then each case has its own variance
 */
record Moderation(List<Difference> differences, boolean moderated) {
    /** Added to every variance, because a few forks may agree by chance. */
    private static final double LEAST = MethodConstants.RESOLUTION * MethodConstants.RESOLUTION;

    /**
     * Moderated differences.
     *
     * @param look the look
     * @param cases the cases; each has this look
     * @param paired whether forks are compared pair by pair
     */
    static Moderation of(ForkStatistic look, List<CaseLooks> cases, boolean paired) {
        List<Difference> own = cases.stream()
                .map(one -> Blocks.difference(one.logs(look), paired))
                .map(difference -> difference.with(difference.variance() + LEAST, difference.df()))
                .toList();
        Values covariate = Values.of(
                cases.stream().mapToDouble(one -> Math.log(one.within().both() + LEAST)));
        Optional<VariancePrior> prior = prior(own, covariate, paired ? 1 : 2);
        if (prior.isEmpty()) {
            return new Moderation(
                    cases.stream().map(one -> welch(one.logs(look))).toList(), false);
        }
        List<Difference> moderated = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Difference difference = own.get(i);
            double variance = prior.get().moderated(difference.variance(), difference.df(), covariate.get(i));
            moderated.add(
                    difference.with(variance, difference.df() + prior.get().degrees()));
        }
        return new Moderation(moderated, true);
    }

    private static Difference welch(CaseLooks.Logs logs) {
        return Difference.welch(logs.base(), logs.head(), LEAST);
    }

    private static Optional<VariancePrior> prior(List<Difference> own, Values covariate, int sides) {
        List<Integer> taught = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).df() >= sides * (MethodConstants.PRIOR_FORKS - 1)) {
                taught.add(i);
            }
        }
        Values variances = Values.of(taught.stream().mapToDouble(i -> own.get(i).variance()));
        Values degrees = Values.of(taught.stream().mapToDouble(i -> own.get(i).df()));
        return VariancePrior.ofSuite(
                variances, degrees, Values.of(taught.stream().mapToDouble(covariate::get)));
    }
}
