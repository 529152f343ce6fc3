package dev.clnrm.bench.stats;

import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Values;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The iterations of one fork, fastest first, and the mean of any part of them, in seconds per operation.
 *
 * <p>A mean is time divided by operations, as in JMH. All iterations of throughput last equally long: their mean is the inverse of their
 * mean rate, which is the harmonic mean of their times. An iteration of single times is weighted by the number of its times. An iteration
 * of average time counts once.
 */
final class ForkTimes {
    private final Mode mode;
    private final int threads;
    private final double[] numbers;
    private final double[] weights;

    private ForkTimes(Mode mode, int threads, double[] numbers, double[] weights) {
        this.mode = mode;
        this.threads = threads;
        this.numbers = numbers;
        this.weights = weights;
    }

    static ForkTimes of(ForkSamples fork) {
        double[] numbers = fork.values().sorted();
        if (fork.mode() == Mode.THROUGHPUT) {
            reverse(numbers);
        }
        return fork.mode() == Mode.SAMPLE && fork.histograms().size() == numbers.length && numbers.length > 1
                ? weighted(fork)
                : new ForkTimes(fork.mode(), fork.threads(), numbers, new double[0]);
    }

    /** The mean of all iterations of a fork; NaN if it has none. */
    static double mean(ForkSamples fork) {
        if (fork.mode() == Mode.SAMPLE || fork.values().isEmpty()) {
            return of(fork).mean();
        }
        double mean = fork.values().mean();
        return fork.mode() == Mode.THROUGHPUT ? fork.threads() / mean : mean;
    }

    private static ForkTimes weighted(ForkSamples fork) {
        Values values = fork.values();
        int[] order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparingDouble(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
        return new ForkTimes(
                fork.mode(),
                fork.threads(),
                Arrays.stream(order).mapToDouble(values::get).toArray(),
                Arrays.stream(order)
                        .mapToDouble(at -> fork.histograms().get(at).count())
                        .toArray());
    }

    private static void reverse(double[] numbers) {
        for (int i = 0, j = numbers.length - 1; i < j; i++, j--) {
            double number = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = number;
        }
    }

    int size() {
        return numbers.length;
    }

    /**
     * Whether every iteration has a value. A time that is NaN or infinite is no value. A rate of 0 is a value: no operation ended
     * in that iteration.
     */
    boolean finite() {
        // They are sorted, so a value that is not finite is at an end.
        return numbers.length == 0 || (Double.isFinite(numbers[0]) && Double.isFinite(numbers[numbers.length - 1]));
    }

    /** The mean of all; NaN if there are none. */
    double mean() {
        return numbers.length == 0 ? Double.NaN : mean(0, numbers.length);
    }

    /** The mean of the iterations from {@code from} (inclusive) to {@code to} (exclusive); at least one. */
    double mean(int from, int to) {
        if (weights.length > 0) {
            double sum = 0;
            double count = 0;
            for (int i = from; i < to; i++) {
                sum += numbers[i] * weights[i];
                count += weights[i];
            }
            return sum / count;
        }
        double mean = Values.of(numbers, from, to).mean();
        return mode == Mode.THROUGHPUT ? threads / mean : mean;
    }

    /** The variance of the logarithms of the iterations; 0 if there is only one, or one has no logarithm. */
    double logVariance() {
        return numbers.length > 1 && numbers[0] > 0 && numbers[numbers.length - 1] > 0
                ? Moments.of(Values.of(numbers).mapped(Math::log)).variance()
                : 0;
    }
}
