package dev.clnrm.bench.research;

import dev.clnrm.bench.samples.Values;

/** The exact permutation test of two means (Fisher 1935, section 21; Pitman 1937). It tries every way to deal the values. */
public final class Permutation {
    /** The most values: 20 values dealt to two sides of ten can be dealt in 184,756 ways. */
    public static final int MOST = 20;

    private Permutation() {}

    /**
     * The share of all deals in which the mean of the head is at least as high.
     *
     * @param base without NaN, at least one
     * @param head without NaN, at least one; at most 20 in total
     */
    public static double greater(Values base, Values head) {
        int n = base.size() + head.size();
        if (n > MOST) {
            throw new IllegalArgumentException(
                    "every deal is tried of at most " + MOST + " values, but these are " + n);
        }
        double[] all = new double[n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            all[i] = i < base.size() ? base.get(i) : head.get(i - base.size());
            largest = Math.max(largest, Math.abs(all[i]));
        }
        // Sums of the same values in another order differ only by rounding.
        double least = head.stream().sum() - largest * n * 1e-14;
        long[] counts = new long[2];
        deal(all, 0, head.size(), 0, least, counts);
        return (double) counts[1] / counts[0];
    }

    private static void deal(double[] all, int from, int missing, double sum, double least, long[] counts) {
        if (missing == 0) {
            counts[0]++;
            counts[1] += sum >= least ? 1 : 0;
            return;
        }
        for (int i = from; i <= all.length - missing; i++) {
            deal(all, i + 1, missing - 1, sum + all[i], least, counts);
        }
    }
}
