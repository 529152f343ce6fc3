package dev.clnrm.cleanroom;

/**
 * The declared work of the mocks: a buffer of 64-bit words filled from a seed, and its checksum. The amount of work is
 * the number of words, the result depends on every word, and equal seeds give equal results on every machine.
 */
public final class Work {
    private final long[] words;

    /** Fills the buffer with the sequence of SplitMix64 (Steele, Lea and Flood, 2014). */
    Work(long seed, int size) {
        words = new long[size];
        long state = seed;
        for (int i = 0; i < size; i++) {
            state += 0x9E3779B97F4A7C15L;
            words[i] = mix(state);
        }
    }

    /**
     * The checksum of a buffer with this seed and size, without the buffer: the same arithmetic without allocation.
     *
     * @param size words, from 0
     */
    public static long checksum(long seed, int size) {
        long state = seed;
        long sum = size;
        for (int i = 0; i < size; i++) {
            state += 0x9E3779B97F4A7C15L;
            sum = sum * 31 + mix(state);
        }
        return sum;
    }

    /** Reads every word; the order of the words matters. */
    long checksum() {
        long sum = words.length;
        for (long word : words) {
            sum = sum * 31 + word;
        }
        return sum;
    }

    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
