package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Values;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The spread of forks, learned from all cases of one side: three forks show little about their own spread, a whole suite shows
 * much. The variance of a case is moderated by that of all cases (Smyth 2004, section 6.2), as in a comparison of two sides, and
 * its interval uses the degrees of freedom of both.
 *
 * <p>It is fitted once per side, over all measured cases, shown or not, with or without a budget. So a run has the same intervals
 * in every output. Cases need not be independent of each other.
 */
public final class Spreads {
    /** The spreads without learning: each case has its own variance. */
    public static final Spreads ALONE = new Spreads(List.of());

    private static final double LEAST = MethodConstants.ONE_SIDE_RESOLUTION * MethodConstants.ONE_SIDE_RESOLUTION;

    private final List<CaseForks> cases;
    private final Optional<VariancePrior> times;
    private final Map<Double, Optional<VariancePrior>> percentiles = new HashMap<>();
    private Optional<Optional<VariancePrior>> floors = Optional.empty();

    private Spreads(List<CaseForks> cases) {
        this.cases = cases;
        this.times = prior(ForkValues::time, true);
    }

    /** Learned from these cases, which are all cases of one side. */
    public static Spreads of(Collection<CaseSamples> side) {
        return ofForks(side.parallelStream().map(CaseForks::of).toList());
    }

    /** The same if the noise inside forks is known without their iterations. */
    public static Spreads ofForks(Collection<CaseForks> side) {
        return new Spreads(List.copyOf(side));
    }

    /** Whether there are enough cases and forks to moderate the variance of a case. */
    public boolean moderated() {
        return times.isPresent();
    }

    /** The spread of mean times; at least two forks, all with logarithms. */
    Spread time(ForkValues forks, double within) {
        return spread(times, forks, within);
    }

    /** The spread of the fast ends. */
    synchronized Spread floor(ForkValues forks, double within) {
        Optional<VariancePrior> prior = floors.orElseGet(() -> prior(ForkValues::floor, true));
        floors = Optional.of(prior);
        return spread(prior, forks, within);
    }

    /**
     * The spread of a percentile of the times of single operations. It has no covariate, because nothing inside a fork shows its
     * noise.
     */
    synchronized Spread percentile(ForkValues forks, double percentile) {
        Optional<VariancePrior> prior = percentiles.computeIfAbsent(
                percentile, p -> prior(samples -> ForkLevel.percentiles(samples, p), false));
        return spread(prior, forks, 0);
    }

    /** The spread of forks from this case alone. */
    static Spread own(ForkValues forks) {
        return spread(Optional.empty(), forks, 0);
    }

    private static Spread spread(Optional<VariancePrior> prior, ForkValues forks, double within) {
        Moments logs = forks.logMoments();
        double variance = logs.variance() + LEAST;
        double degrees = logs.n() - 1.0;
        return prior.map(p -> new Spread(p.moderated(variance, degrees, covariate(within)), degrees + p.degrees()))
                .orElseGet(() -> new Spread(variance, degrees));
    }

    private static double covariate(double within) {
        return Math.log(within + LEAST);
    }

    /** A case to learn from: its variance and the noise inside its forks. */
    private record TrainingCase(double variance, double degrees, double covariate) {}

    private Optional<VariancePrior> prior(Function<CaseSamples, ForkValues> values, boolean trend) {
        // Sorted, so that the last digit does not depend on the order of the cases.
        List<TrainingCase> training = cases.parallelStream()
                .flatMap(one -> {
                    ForkValues forks = values.apply(one.samples());
                    return forks.forks() >= MethodConstants.PRIOR_FORKS && forks.haveLogarithms()
                            ? Stream.of(new TrainingCase(
                                    forks.logMoments().variance() + LEAST,
                                    forks.forks() - 1.0,
                                    trend ? covariate(one.within()) : 0))
                            : Stream.empty();
                })
                .sorted(Comparator.comparingDouble(TrainingCase::variance)
                        .thenComparingDouble(TrainingCase::degrees)
                        .thenComparingDouble(TrainingCase::covariate))
                .toList();
        return VariancePrior.ofSuite(
                        Values.of(training.stream().mapToDouble(TrainingCase::variance)),
                        Values.of(training.stream().mapToDouble(TrainingCase::degrees)),
                        Values.of(training.stream().mapToDouble(TrainingCase::covariate)))
                .map(prior -> prior.times(MethodConstants.ONE_SIDE_PRIOR));
    }
}
