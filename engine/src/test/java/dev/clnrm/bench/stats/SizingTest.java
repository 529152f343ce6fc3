package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

class SizingTest {
    /** SciPy 1.17.1: {@code numpy.expm1((t.ppf(.975, 4) + t.ppf(.8, 4)) * .02 * numpy.sqrt(1 / 5))}. */
    @Test
    void five_forks_against_a_known_value() {
        assertThat(Sizing.detectable(0.02 / Math.sqrt(5), 4)).isWithin(1e-9).of(0.033808466051068485);
    }

    /** SciPy 1.17.1: {@code numpy.expm1((t.ppf(.975, 8) + t.ppf(.8, 8)) * .02 * numpy.sqrt(2 / 5))}. */
    @Test
    void two_groups_of_five_forks() {
        assertThat(Sizing.detectable(0.02 * Math.sqrt(2.0 / 5), 8))
                .isWithin(1e-9)
                .of(0.04124026311134007);
    }

    @Test
    void half_the_distance_takes_four_times_the_forks() {
        assertThat(Sizing.forksToDecide(6, 0.04, 0.02)).hasValue(24);
        assertThat(Sizing.forksToDecide(6, 0.04, -0.02)).hasValue(24);
    }

    @Test
    void what_is_inconclusive_takes_at_least_one_fork_more() {
        assertThat(Sizing.forksToDecide(6, 0.02, 0.02)).hasValue(7);
    }

    @Test
    void what_no_number_of_forks_decides_has_none() {
        assertThat(Sizing.forksToDecide(6, 0.02, 0)).isEmpty();
        assertThat(Sizing.forksToDecide(6, 0.02, 1e-9)).isEmpty();
        assertThat(Sizing.forksToDecide(6, 0, 0)).isEmpty();
    }
}
