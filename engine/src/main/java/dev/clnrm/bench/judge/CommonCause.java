package dev.clnrm.bench.judge;

import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import java.util.List;
import java.util.Optional;

/**
 * Most cases moved by about the same factor. This is one finding about the run or the shared code, not one finding per case.
 *
 * @param moved how many cases moved by about the factor
 * @param compared how many cases could be compared
 * @param factor the median of the ratios head / base
 * @param low the smallest ratio of those that moved
 * @param high the largest
 */
public record CommonCause(int moved, int compared, double factor, double low, double high) {
    /** The fewest compared cases: with fewer, moving together may be chance. */
    private static final int FEWEST = 5;

    /** The smallest share of moved cases. The others may not use the code that the cause slows down. */
    private static final double MOST = 0.75;

    /** The largest distance of a ratio from the median, as a share of the median's distance from no change, both on the log scale. */
    private static final double NEAR = 0.25;

    /** The common cause of changes, if there is one: at least three of four compared cases moved to within a quarter of the median. */
    static Optional<CommonCause> of(List<ChangeVerdict> verdicts) {
        List<ChangeVerdict> times = verdicts.stream()
                .filter(verdict -> verdict.metric() == Metric.TIME)
                .filter(ChangeVerdict::judged)
                .toList();
        List<Double> logs =
                times.stream().map(verdict -> Math.log(ratio(verdict))).sorted().toList();
        if (logs.size() < FEWEST) {
            return Optional.empty();
        }
        double median = (logs.get((logs.size() - 1) / 2) + logs.get(logs.size() / 2)) / 2;
        Finding wanted = median > 0 ? Finding.REGRESSED : Finding.IMPROVED;
        List<Double> together = times.stream()
                .filter(verdict -> verdict.finding() == wanted)
                .map(verdict -> Math.log(ratio(verdict)))
                .filter(log -> Math.abs(log - median) <= NEAR * Math.abs(median))
                .sorted()
                .toList();
        return together.size() < MOST * logs.size()
                ? Optional.empty()
                : Optional.of(new CommonCause(
                        together.size(),
                        logs.size(),
                        Math.exp(median),
                        Math.exp(together.get(0)),
                        Math.exp(together.get(together.size() - 1))));
    }

    private static double ratio(ChangeVerdict verdict) {
        return verdict.change().map(Interval::estimate).orElseThrow();
    }
}
