package dev.clnrm.bench.research;

/** Computes sums over all subsets of one size by counting, without listing them. */
final class Subsets {
    private Subsets() {}

    /**
     * The share of the subsets of {@code size} elements whose sum is at least {@code sum}: with c(k, s) the number of subsets of
     * k elements and sum s, each additional element r adds c(k − 1, s − r) to c(k, s).
     *
     * @param elements none negative
     */
    static double atLeast(int[] elements, int size, int sum) {
        int most = 0;
        for (int element : elements) {
            most += element;
        }
        double[][] counts = new double[size + 1][most + 1];
        counts[0][0] = 1;
        int reached = 0;
        for (int i = 0; i < elements.length; i++) {
            reached += elements[i];
            for (int k = Math.min(size, i + 1); k >= 1; k--) {
                for (int s = reached; s >= elements[i]; s--) {
                    counts[k][s] += counts[k - 1][s - elements[i]];
                }
            }
        }
        double all = 0;
        double tail = 0;
        for (int s = 0; s <= most; s++) {
            all += counts[size][s];
            tail += s >= sum ? counts[size][s] : 0;
        }
        return tail / all;
    }
}
