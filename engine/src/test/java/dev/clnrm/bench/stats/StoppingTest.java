package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.stats.Limits.Called;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private static final Evidence NONE = new Evidence(0.5, 1, ForkStatistic.MEAN);
    private static final Evidence SURE = new Evidence(0.001, 0.01, ForkStatistic.FLOOR);
    private static final Stopping STOPPING = new Stopping(one -> new Limits(0.03, 0.05));
    private static final double LEVEL = 0.05;

    private static Comparison comparison(Evidence slower, Evidence faster, double low, double estimate, double high) {
        return LimitsTest.comparison(
                slower, faster, Map.of(ForkStatistic.FLOOR, LimitsTest.interval(low, estimate, high)));
    }

    @Test
    void what_is_called_slower_or_faster_needs_no_more_forks() {
        assertThat(STOPPING.settled(comparison(SURE, NONE, 1.1, 1.2, 1.3), LEVEL))
                .isTrue();
        assertThat(STOPPING.settled(comparison(NONE, SURE, 0.7, 0.8, 0.9), LEVEL))
                .isTrue();
    }

    @Test
    void what_is_open_goes_on() {
        assertThat(STOPPING.settled(comparison(NONE, NONE, 0.9, 1.0, 1.1), LEVEL))
                .isFalse();
    }

    /** On ten degrees of freedom t₀.₉₉ / t₀.₉₇₅ = 2.7638 / 2.2281 = 1.2404 (R 4.2.2 qt), and ln(1.05) / 1.2404 = ln 1.0401. */
    @Test
    void a_slowdown_has_to_be_excluded_surely_before_the_last_look() {
        assertThat(STOPPING.called(comparison(NONE, NONE, 0.96, 1.0, 1.0402), LEVEL))
                .isEqualTo(Called.OK);
        assertThat(STOPPING.settled(comparison(NONE, NONE, 0.96, 1.0, 1.0402), LEVEL))
                .isFalse();
        assertThat(STOPPING.settled(comparison(NONE, NONE, 0.96, 1.0, 1.0400), LEVEL))
                .isTrue();
    }

    @Test
    void a_hint_of_a_slowdown_keeps_a_case_going() {
        assertThat(STOPPING.settled(comparison(new Evidence(0.29, 1, ForkStatistic.TAIL), NONE, 0.99, 1, 1.01), LEVEL))
                .isFalse();
        assertThat(STOPPING.settled(comparison(new Evidence(0.30, 1, ForkStatistic.TAIL), NONE, 0.99, 1, 1.01), LEVEL))
                .isTrue();
    }

    @Test
    void if_a_gain_is_looked_for_an_ok_case_goes_on_until_it_is_excluded() {
        Stopping forGain = new Stopping(one -> new Limits(0.03, 0.05), true);

        assertThat(STOPPING.settled(comparison(NONE, NONE, 0.96, 0.98, 1.00), LEVEL))
                .isTrue();
        assertThat(forGain.settled(comparison(NONE, NONE, 0.96, 0.98, 1.00), LEVEL))
                .isFalse();
        assertThat(forGain.settled(comparison(NONE, NONE, 0.98, 0.99, 1.00), LEVEL))
                .isTrue();
    }

    @Test
    void where_nothing_can_be_compared_nothing_is_settled() {
        Comparison one = LimitsTest.comparison(NONE, NONE, Map.of()).withEvidence(Optional.empty(), Optional.empty());

        assertThat(STOPPING.called(one, LEVEL)).isEqualTo(Called.OPEN);
        assertThat(STOPPING.settled(one, LEVEL)).isFalse();
    }
}
