package dev.clnrm.cleanroom;

import static com.google.common.truth.Truth.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorkTest {
    /** The JDK's SplittableRandom is SplitMix64 with the same increment, so it is the independent reference. */
    @Test
    void the_buffer_is_the_sequence_of_splitmix64() {
        SplittableRandom expected = new SplittableRandom(42);
        long sum = 1000;
        for (int i = 0; i < 1000; i++) {
            sum = sum * 31 + expected.nextLong();
        }
        assertThat(new Work(42, 1000).checksum()).isEqualTo(sum);
    }
}
