package dev.clnrm.bench.stats;

import dev.clnrm.bench.samples.JournalEntry;

/**
 * The statistics of one fork, one for each look, in seconds per operation. Every mean is time divided by operations, see
 * {@link ForkTimes}.
 *
 * @param iterations how many values it has
 * @param mean the mean of its iterations
 * @param floor the mean of the fastest tenth, at least one iteration
 * @param body the mean of the slower half without the slowest tenth; the mean if there is nothing between them
 * @param tail the mean of the slowest tenth, at least one iteration
 * @param within the variance of the logarithms of its iterations; 0 if there is only one, or one has no logarithm
 */
record ForkLooks(int iterations, double mean, double floor, double body, double tail, double within) {
    static ForkLooks of(JournalEntry fork) {
        ForkTimes times = ForkTimes.of(fork.samples());
        int n = times.size();
        if (n == 0 || !times.finite()) {
            return new ForkLooks(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
        }
        int end = (int) Math.ceil(n * MethodConstants.END_SHARE);
        return new ForkLooks(
                n, times.mean(), times.mean(0, end), body(times), times.mean(n - end, n), times.logVariance());
    }

    double at(ForkStatistic look) {
        return switch (look) {
            case MEAN -> mean;
            case FLOOR -> floor;
            case BODY -> body;
            case TAIL -> tail;
            case EXACT -> throw new IllegalArgumentException("allocation is no look at times");
        };
    }

    private static double body(ForkTimes times) {
        int n = times.size();
        int from = n / 2;
        int to = n - Math.max(1, (int) (n * MethodConstants.END_SHARE));
        return from < to ? times.mean(from, to) : times.mean();
    }
}
