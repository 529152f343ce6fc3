package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValuesTest {
    @Test
    void a_sum_keeps_what_plain_addition_loses() {
        double[] tenths = new double[10];
        Arrays.fill(tenths, 0.1);

        assertThat(Values.of(tenths).sum()).isEqualTo(1.0);
        assertThat(Values.of(1e16, 1, 1).sum()).isEqualTo(1e16 + 2);
        assertThat(Values.NONE.sum()).isEqualTo(0.0);
    }

    @Test
    void a_sum_is_the_one_of_a_stream_to_the_last_digit() {
        SplittableRandom random = new SplittableRandom(14);
        for (int i = 0; i < 2_000; i++) {
            double scale = Math.pow(10, random.nextInt(-12, 12));
            Values values = Values.of(
                    random.doubles(random.nextInt(1, 40)).map(value -> (value - 0.3) * scale / random.nextDouble()));

            assertThat(values.sum()).isEqualTo(values.stream().sum());
        }
    }

    @Test
    void a_sum_with_what_is_not_finite_is_not_finite() {
        double infinite = Double.POSITIVE_INFINITY;

        assertThat(Values.of(1, infinite, 2).sum()).isPositiveInfinity();
        assertThat(Values.of(infinite, infinite).sum()).isPositiveInfinity();
        assertThat(Values.of(infinite, -infinite).sum()).isNaN();
        assertThat(Values.of(1, Double.NaN).sum()).isNaN();
    }

    @Test
    void numbers_that_are_none_are_equal_to_nothing() {
        assertThat(Values.of(2, 2, 2).allEqual()).isTrue();
        assertThat(Values.of(2, 2, 3).allEqual()).isFalse();
        assertThat(Values.of(Double.NaN, Double.NaN).allEqual()).isFalse();
    }

    @Test
    void sorting_leaves_the_values_as_they_are() {
        Values values = Values.of(3, Double.NaN, 1, 2);

        assertThat(values.sorted()).isEqualTo(new double[] {1, 2, 3, Double.NaN});
        assertThat(values.get(0)).isEqualTo(3.0);
    }
}
