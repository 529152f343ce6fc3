package dev.clnrm.benches.overhead;

/** New inputs without allocation: a ring of arrays, each refilled when it is requested. */
final class Arrays32 {
    private static final int LENGTH = 32;

    private final int[][] ring;
    private int next;

    Arrays32(int size) {
        ring = new int[size][LENGTH];
    }

    int[] fresh() {
        int[] array = ring[next];
        next = (next + 1) % ring.length;
        for (int i = 0; i < LENGTH; i++) {
            array[i] = (i * 31 + 7) & 63;
        }
        return array;
    }

    /** The operation on a new input: it is reversed in place and copied. */
    static int[] reversed(int[] array) {
        for (int i = 0; i < array.length / 2; i++) {
            int swapped = array[i];
            array[i] = array[array.length - 1 - i];
            array[array.length - 1 - i] = swapped;
        }
        return array.clone();
    }
}
