package dev.clnrm.bench.samples;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** An immutable sequence of numbers, in the order they were measured. */
public final class Values {
    public static final Values NONE = new Values(new double[0]);

    private final double[] numbers;

    private Values(double[] numbers) {
        this.numbers = numbers;
    }

    /** The given numbers, copied. */
    public static Values of(double... numbers) {
        return new Values(numbers.clone());
    }

    /** The given numbers, without a copy; the caller must not change them. */
    static Values owned(double[] numbers) {
        return numbers.length == 0 ? NONE : new Values(numbers);
    }

    /** The numbers of an array from {@code from} (inclusive) to {@code to} (exclusive), copied. */
    public static Values of(double[] numbers, int from, int to) {
        return owned(Arrays.copyOfRange(numbers, from, to));
    }

    public Values mapped(DoubleUnaryOperator function) {
        double[] mapped = new double[numbers.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = function.applyAsDouble(numbers[i]);
        }
        return owned(mapped);
    }

    public static Values of(DoubleStream numbers) {
        return new Values(numbers.toArray());
    }

    public int size() {
        return numbers.length;
    }

    public boolean isEmpty() {
        return numbers.length == 0;
    }

    /** The value at {@code index}, from 0. */
    public double get(int index) {
        return numbers[index];
    }

    /** The sum in the order given, compensated for rounding errors (Kahan 1965); 0 if empty. */
    public double sum() {
        double sum = 0;
        double plain = 0;
        double lost = 0;
        for (double number : numbers) {
            double exact = number - lost;
            double next = sum + exact;
            lost = (next - sum) - exact;
            sum = next;
            plain += number;
        }
        double compensated = sum - lost;
        return Double.isNaN(compensated) && Double.isInfinite(plain) ? plain : compensated;
    }

    /** The mean. If all numbers are equal, it is exactly that number, which a rounded sum could miss. At least one. */
    public double mean() {
        return allEqual() ? numbers[0] : sum() / numbers.length;
    }

    /** Whether all are the same number; false if one is NaN. */
    public boolean allEqual() {
        for (double number : numbers) {
            if (number != numbers[0]) {
                return false;
            }
        }
        return true;
    }

    /** A copy in ascending order; NaN comes last. */
    public double[] sorted() {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    public DoubleStream stream() {
        return Arrays.stream(numbers);
    }

    /** The values from {@code from} (inclusive) to {@code to} (exclusive). */
    public Values slice(int from, int to) {
        return of(numbers, from, to);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && Arrays.equals(numbers, values.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return stream().mapToObj(Double::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
