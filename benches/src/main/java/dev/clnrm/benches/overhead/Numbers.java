package dev.clnrm.benches.overhead;

/** Work of a known length. */
final class Numbers {
    private static final int ROUNDS = 400;

    private Numbers() {}

    /**
     * About a microsecond of multiplications, each of which depends on the one before (Steele, Lea and Flood 2014 give the
     * constant).
     */
    static long mixed(long seed) {
        long value = seed;
        for (int i = 0; i < ROUNDS; i++) {
            value = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        }
        return value;
    }
}
