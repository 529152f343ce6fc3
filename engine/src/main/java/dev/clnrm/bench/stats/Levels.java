package dev.clnrm.bench.stats;

/** Levels of confidence. */
final class Levels {
    private Levels() {}

    static void check(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, but this is " + confidence);
        }
    }
}
