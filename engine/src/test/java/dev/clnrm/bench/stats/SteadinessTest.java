package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.samples.Values;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SteadinessTest {
    @Test
    void what_is_steady_at_once_still_warms_up_for_a_fifth_of_a_second() {
        assertThat(Steadiness.steadyFrom(constant(50), 0.02)).hasValue(10);
    }

    @Test
    void half_a_window_is_at_least_three_iterations() {
        assertThat(Steadiness.steadyFrom(constant(50), 0.1)).hasValue(6);
        assertThat(Steadiness.steadyFrom(constant(5), 0.1)).isEmpty();
    }

    @Test
    void a_step_is_waited_out() {
        double[] times = constant(50).stream().toArray();
        for (int i = 0; i < 20; i++) {
            times[i] = 5e-6 * Math.pow(0.9, i);
        }

        // The step ends at 20; the earlier half may contain one old value beside two new ones.
        assertThat(Steadiness.steadyFrom(Values.of(times), 0.1)).hasValue(25);
    }

    @Test
    void one_collection_in_a_half_is_no_trend() {
        double[] times = constant(6).stream().toArray();
        times[4] = 1e-3;

        assertThat(Steadiness.steadyFrom(Values.of(times), 0.1)).hasValue(6);
    }

    @Test
    void what_keeps_falling_is_never_steady() {
        double[] times = new double[100];
        for (int i = 0; i < times.length; i++) {
            times[i] = Math.pow(0.98, i);
        }

        assertThat(Steadiness.steadyFrom(Values.of(times), 0.1)).isEmpty();
    }

    @Test
    void three_per_cent_is_the_limit() {
        assertThat(Steadiness.steadyFrom(Values.of(1.0299, 1.0299, 1.0299, 1, 1, 1), 0.1))
                .hasValue(6);
        assertThat(Steadiness.steadyFrom(Values.of(1.0301, 1.0301, 1.0301, 1, 1, 1), 0.1))
                .isEmpty();
    }

    @Test
    void iterations_may_differ_in_length() {
        Values lengths = Values.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32);

        // At five: the recent half is 0.04 + 0.08 + 0.16 s of three, the half before it only two iterations.
        assertThat(Steadiness.steadyFrom(constant(6), lengths)).isEmpty();
        assertThrows(IllegalArgumentException.class, () -> Steadiness.steadyFrom(constant(5), lengths));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void more_iterations_do_not_change_the_answer(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] times = new double[60];
        for (int i = 0; i < times.length; i++) {
            times[i] = (1 + 4 * Math.exp(-i / 8.0)) * random.nextDouble(0.97, 1.03);
        }
        Values all = Values.of(times);
        int from = Steadiness.steadyFrom(all, 0.05).orElseThrow();

        assertThat(Steadiness.steadyFrom(all.slice(0, from), 0.05)).hasValue(from);
        assertThat(Steadiness.steadyFrom(all.slice(0, from - 1), 0.05)).isEmpty();
    }

    @Test
    void measured_values_that_keep_falling_trend() {
        assertThat(Steadiness.trends(Values.of(8, 8.5, 7, 6, 5.5, 6.5, 4, 3))).isTrue();
        assertThat(Steadiness.trends(Values.of(3, 4, 6.5, 5.5, 6, 7, 8.5, 8))).isTrue();
    }

    @Test
    void a_fall_within_three_per_cent_is_no_trend() {
        assertThat(Steadiness.trends(Values.of(1.008, 1.007, 1.006, 1.005, 1.004, 1.003, 1.002, 1.001)))
                .isFalse();
    }

    @Test
    void noise_is_no_trend() {
        assertThat(Steadiness.trends(Values.of(3, 1, 2, 5, 4, 6))).isFalse();
        assertThat(Steadiness.trends(Values.of(4, 3, 2, 1))).isFalse();
    }

    /** SciPy 1.17.1: {@code scipy.stats.kendalltau(range(len(x)), x, method='exact').pvalue}. */
    @ParameterizedTest
    @CsvSource({
        "5 4 3 2 1, 0.016666666666666666",
        "10 9 7 8 6 5 4 3 2 1, 5.5114638447971785e-06",
        "3 1 2 5 4 6, 0.1361111111111111",
        "8 8.5 7 6 5.5 6.5 4 3, 0.005505952380952381"
    })
    void the_exact_probability_of_an_order_is_scipys(String values, double p) {
        Values order = Values.of(java.util.Arrays.stream(values.split(" ", -1)).mapToDouble(Double::parseDouble));

        assertThat(MannKendall.twoSided(order) / p).isWithin(1e-12).of(1);
    }

    @Test
    void exact_and_normal_agree_where_one_takes_over_from_the_other() {
        for (int distance : new int[] {51, 151, 251, 351}) {
            assertThat(MannKendall.normal(50, distance)).isWithin(2e-3).of(MannKendall.exact(50, distance));
        }
    }

    @Test
    void equal_values_have_no_trend() {
        assertThat(MannKendall.twoSided(constant(20))).isEqualTo(1.0);
    }

    private static Values constant(int count) {
        double[] times = new double[count];
        java.util.Arrays.fill(times, 1e-6);
        return Values.of(times);
    }
}
