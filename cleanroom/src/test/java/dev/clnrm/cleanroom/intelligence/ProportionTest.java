package dev.clnrm.cleanroom.intelligence;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {
    @ParameterizedTest
    @CsvSource({
        // SciPy 1.17.1: b = scipy.stats.beta(k + .5, n - k + .5); b.mean(), b.ppf(.025), b.ppf(.975)
        "3, 20, 0.16666666666666666, 0.04413134197515587, 0.348577710858454",
        "1, 200, 0.007462686567164179, 0.000540018283966415, 0.02312868201512475",
        "10, 200, 0.05223880597014925, 0.02599339723541989, 0.0868750881225882",
        "99, 200, 0.49502487562189057, 0.42619688510000764, 0.5639466667534974"
    })
    void mean_and_interval_agree_with_scipy(int count, int trials, double mean, double low, double high) {
        Proportion proportion = Proportion.of(count, trials);
        assertThat(proportion.mean()).isWithin(1e-12).of(mean);
        assertThat(proportion.low()).isWithin(1e-10).of(low);
        assertThat(proportion.high()).isWithin(1e-10).of(high);
    }

    @Test
    void what_was_never_seen_may_have_no_probability_at_all() {
        assertThat(Proportion.of(0, 10).low()).isEqualTo(0.0);
        assertThat(Proportion.of(0, 10).high()).isWithin(1e-10).of(0.21719626750921053);
        assertThat(Proportion.of(20, 20).low()).isWithin(1e-10).of(0.8833610170951246);
        assertThat(Proportion.of(20, 20).high()).isEqualTo(1.0);
    }

    @Test
    void without_a_trial_everything_is_possible() {
        assertThat(Proportion.of(0, 0)).isEqualTo(new Proportion(0.5, 0, 1));
    }

    @Test
    void success_and_failure_are_mirrored() {
        for (int count = 0; count <= 30; count++) {
            Proportion one = Proportion.of(count, 30);
            Proportion other = Proportion.of(30 - count, 30);
            assertThat(one.mean()).isWithin(1e-12).of(1 - other.mean());
            assertThat(one.low()).isWithin(1e-12).of(1 - other.high());
        }
    }

    @Test
    void more_than_all_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(3, 2));
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(-1, 2));
    }
}
