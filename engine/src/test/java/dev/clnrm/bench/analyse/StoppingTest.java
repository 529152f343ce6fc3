package dev.clnrm.bench.analyse;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private static final Evidence NONE = new Evidence(0.5, 1, Look.MEAN);
    private static final Stopping STOPPING = Stopping.at(0.03);

    private static Optional<Interval> around(double estimate, double factor) {
        return Optional.of(new Interval(estimate / factor, estimate, estimate * factor, 0.9));
    }

    private static Comparison comparison(
            Evidence slower, Evidence faster, Optional<Interval> change, Optional<Interval> floor) {
        Estimate nothing = new Estimate.Missing(5, List.of(new Warning.NotMeasured()));
        return new Comparison(
                new CaseName("core", "open", Map.of()),
                Mode.AVERAGE,
                Metric.TIME,
                nothing,
                nothing,
                change,
                floor,
                change,
                Optional.of(slower),
                Optional.of(faster),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                5,
                5,
                List.of());
    }

    private static Comparison slower(double adjusted, Look look, double mean, double floor) {
        return comparison(new Evidence(adjusted, adjusted, look), NONE, around(mean, 1.01), around(floor, 1.01));
    }

    @Test
    void a_case_is_called_by_the_look_that_spoke() {
        assertThat(STOPPING.calledSlower(slower(0.01, Look.FLOOR, 1.01, 1.04), 0.05))
                .isTrue();
        assertThat(STOPPING.calledSlower(slower(0.01, Look.FLOOR, 1.04, 1.01), 0.05))
                .isFalse();
        assertThat(STOPPING.calledSlower(slower(0.01, Look.MEAN, 1.04, 1.01), 0.05))
                .isTrue();
        assertThat(STOPPING.calledSlower(slower(0.01, Look.TAIL, 1.01, 1.04), 0.05))
                .isFalse();
    }

    @Test
    void evidence_at_the_level_is_not_enough() {
        assertThat(STOPPING.calledSlower(slower(0.05, Look.MEAN, 1.5, 1.5), 0.05))
                .isFalse();
    }

    @Test
    void faster_is_the_mirror_of_slower() {
        Evidence sure = new Evidence(0.01, 0.01, Look.MEAN);

        assertThat(STOPPING.calledFaster(comparison(NONE, sure, around(1 / 1.04, 1.01), Optional.empty()), 0.05))
                .isTrue();
        assertThat(STOPPING.calledFaster(comparison(NONE, sure, around(1 / 1.02, 1.01), Optional.empty()), 0.05))
                .isFalse();
        assertThat(STOPPING.calledFaster(comparison(NONE, NONE, around(1 / 1.04, 1.01), Optional.empty()), 0.05))
                .isFalse();
        assertThat(STOPPING.calledFaster(comparison(NONE, sure, around(1.04, 1.01), Optional.empty()), 0.05))
                .isFalse();
    }

    @Test
    void a_slowdown_of_five_per_cent_is_excluded_by_the_mean_or_the_fast_end() {
        assertThat(STOPPING.excluded(comparison(NONE, NONE, around(1, 1.049), around(1, 1.2))))
                .isTrue();
        assertThat(STOPPING.excluded(comparison(NONE, NONE, around(1, 1.2), around(1, 1.049))))
                .isTrue();
        assertThat(STOPPING.excluded(comparison(NONE, NONE, around(1, 1.05), around(1, 1.05))))
                .isFalse();
        assertThat(STOPPING.excluded(comparison(NONE, NONE, around(1, 1.2), Optional.empty())))
                .isFalse();
    }

    @Test
    void a_larger_tolerance_is_what_is_to_be_excluded() {
        assertThat(Stopping.at(0.10).excluded(comparison(NONE, NONE, around(1, 1.09), Optional.empty())))
                .isTrue();
    }

    @Test
    void a_hint_of_a_slowdown_keeps_a_case_going() {
        assertThat(STOPPING.excluded(slower(0.29, Look.TAIL, 1, 1))).isFalse();
        assertThat(STOPPING.excluded(slower(0.30, Look.TAIL, 1, 1))).isTrue();
    }

    @Test
    void where_nothing_can_be_compared_nothing_is_excluded() {
        Comparison one = comparison(NONE, NONE, around(1, 1.01), Optional.empty());

        assertThat(STOPPING.excluded(one.withEvidence(Optional.empty(), Optional.empty())))
                .isFalse();
        assertThat(STOPPING.calledSlower(one.withEvidence(Optional.empty(), Optional.empty()), 0.05))
                .isFalse();
    }
}
