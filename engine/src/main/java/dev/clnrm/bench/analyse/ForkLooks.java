package dev.clnrm.bench.analyse;

import dev.clnrm.bench.samples.ForkRecord;
import dev.clnrm.bench.samples.Values;
import java.util.Arrays;

/**
 * One fork as every look sees it, seconds per operation.
 *
 * @param iterations how many values it has
 * @param mean the mean of its iterations
 * @param floor the mean of the fastest tenth, at least one iteration
 * @param body the mean of the slower half without the slowest tenth; the mean where nothing is between them
 * @param tail the mean of the slowest tenth, at least one iteration
 * @param within the variance of the logarithms of its iterations; 0 where there is one, or one has no logarithm
 */
record ForkLooks(int iterations, double mean, double floor, double body, double tail, double within) {
    static ForkLooks of(ForkRecord fork) {
        double[] sorted = fork.secondsPerOperation().stream().sorted().toArray();
        int n = sorted.length;
        if (n == 0 || !Double.isFinite(sorted[n - 1])) {
            return new ForkLooks(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
        }
        int end = (int) Math.ceil(n * Defaults.END_SHARE);
        return new ForkLooks(
                n, mean(sorted, 0, n), mean(sorted, 0, end), body(sorted), mean(sorted, n - end, n), within(sorted));
    }

    double at(Look look) {
        return switch (look) {
            case MEAN -> mean;
            case FLOOR -> floor;
            case BODY -> body;
            case TAIL -> tail;
            case EXACT -> throw new IllegalArgumentException("allocation is no look at times");
        };
    }

    private static double body(double[] sorted) {
        int from = sorted.length / 2;
        int to = sorted.length - Math.max(1, (int) (sorted.length * Defaults.END_SHARE));
        return from < to ? mean(sorted, from, to) : mean(sorted, 0, sorted.length);
    }

    private static double mean(double[] sorted, int from, int to) {
        return Moments.of(Values.of(Arrays.copyOfRange(sorted, from, to))).mean();
    }

    /** The variance of the logarithms of iterations; 0 where there is one, or one has no logarithm. */
    static double within(double[] sorted) {
        return sorted.length > 1 && sorted[0] > 0
                ? Moments.of(Values.of(Arrays.stream(sorted).map(Math::log))).variance()
                : 0;
    }
}
