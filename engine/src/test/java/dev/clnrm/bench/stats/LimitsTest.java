package dev.clnrm.bench.stats;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.stats.Limits.Call;
import dev.clnrm.bench.stats.Limits.Called;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final Limits LIMITS = new Limits(0.03, 0.05);
    private static final Evidence NONE = new Evidence(0.5, 1, ForkStatistic.MEAN);
    private static final double LEVEL = 0.05;

    static Interval interval(double low, double estimate, double high) {
        return new Interval(low, estimate, high, 0.95);
    }

    /** A comparison of these intervals, with a precision of ten degrees of freedom. */
    static Comparison comparison(Evidence slower, Evidence faster, Map<ForkStatistic, Interval> changes) {
        Estimate nothing = new Estimate.Missing(5, List.of(new Warning.NotMeasured()));
        return new Comparison(
                new CaseName("core", "open", Map.of()),
                Mode.AVERAGE,
                Metric.TIME,
                nothing,
                nothing,
                changes,
                Optional.of(slower),
                Optional.of(faster),
                Optional.of(new Precision(0.01, 10, 0.02)),
                List.of());
    }

    private static Call floor(Evidence slower, Evidence faster, double low, double estimate, double high) {
        return LIMITS.call(
                comparison(
                        slower,
                        faster,
                        Map.of(
                                ForkStatistic.FLOOR,
                                interval(low, estimate, high),
                                ForkStatistic.MEAN,
                                interval(0.5, 1, 2))),
                LEVEL);
    }

    private static Evidence sure(ForkStatistic look) {
        return new Evidence(0.001, 0.01, look);
    }

    @ParameterizedTest
    @CsvSource({
        "1.01, 1.05, 1.09, SLOWER",
        "1.001, 1.03, 1.06, SLOWER",
        "1.00, 1.05, 1.10, OPEN",
        "1.01, 1.02, 1.04, OK",
        "1.01, 1.029, 1.06, OPEN",
        "0.98, 1.00, 1.02, OK"
    })
    void slower_needs_an_interval_above_no_change_and_an_estimate_from_the_tolerance_on(
            double low, double estimate, double high, Called called) {
        assertThat(floor(sure(ForkStatistic.FLOOR), NONE, low, estimate, high))
                .isEqualTo(new Call(called, ForkStatistic.FLOOR));
    }

    @ParameterizedTest
    @CsvSource({"0.91, 0.95, 0.99, FASTER", "0.94, 0.97, 0.999, FASTER", "0.94, 0.98, 0.99, OK", "0.9, 0.95, 1.0, OK"})
    void faster_is_the_mirror_image_and_what_is_not_beyond_the_tolerance_is_ok(
            double low, double estimate, double high, Called called) {
        assertThat(floor(NONE, sure(ForkStatistic.FLOOR), low, estimate, high))
                .isEqualTo(new Call(called, ForkStatistic.FLOOR));
    }

    @ParameterizedTest
    @CsvSource({"0.99, 1.01, 1.049, OK", "0.99, 1.01, 1.05, OPEN", "1.06, 1.07, 1.08, OPEN", "0.5, 0.6, 1.2, OPEN"})
    void without_evidence_the_end_of_the_interval_decides(double low, double estimate, double high, Called called) {
        assertThat(floor(NONE, NONE, low, estimate, high)).isEqualTo(new Call(called, ForkStatistic.FLOOR));
    }

    @Test
    void evidence_at_the_level_is_none() {
        assertThat(floor(new Evidence(0.05, 0.05, ForkStatistic.FLOOR), NONE, 1.1, 1.2, 1.3)
                        .called())
                .isEqualTo(Called.OPEN);
    }

    @Test
    void the_statistic_that_proves_a_slowdown_is_the_one_shown() {
        Map<ForkStatistic, Interval> changes = Map.of(
                ForkStatistic.FLOOR, interval(0.99, 1.00, 1.01),
                ForkStatistic.BODY, interval(1.10, 1.20, 1.30),
                ForkStatistic.MEAN, interval(1.05, 1.10, 1.15));

        assertThat(LIMITS.call(comparison(sure(ForkStatistic.BODY), NONE, changes), LEVEL))
                .isEqualTo(new Call(Called.SLOWER, ForkStatistic.BODY));
        assertThat(LIMITS.call(comparison(NONE, NONE, changes), LEVEL))
                .isEqualTo(new Call(Called.OK, ForkStatistic.FLOOR));
    }

    @Test
    void pauses_are_shown_by_what_they_add_to_the_mean() {
        Map<ForkStatistic, Interval> changes = Map.of(
                ForkStatistic.FLOOR, interval(0.99, 1.00, 1.01),
                ForkStatistic.TAIL, interval(40, 50, 60),
                ForkStatistic.MEAN, interval(1.20, 1.24, 1.28));

        assertThat(LIMITS.call(comparison(sure(ForkStatistic.TAIL), NONE, changes), LEVEL))
                .isEqualTo(new Call(Called.SLOWER, ForkStatistic.MEAN));
    }

    @Test
    void where_statistics_contradict_each_other_the_mean_decides() {
        Map<ForkStatistic, Interval> changes = Map.of(
                ForkStatistic.FLOOR, interval(0.50, 0.53, 0.55),
                ForkStatistic.BODY, interval(9, 10, 11),
                ForkStatistic.MEAN, interval(0.99, 1.00, 1.01));

        assertThat(LIMITS.call(comparison(sure(ForkStatistic.BODY), sure(ForkStatistic.FLOOR), changes), LEVEL))
                .isEqualTo(new Call(Called.OK, ForkStatistic.MEAN));
    }

    @Test
    void a_tolerance_above_the_margin_is_the_margin() {
        assertThat(new Limits(0.10, 0.05).margin()).isEqualTo(0.10);
        assertThat(new Limits(0.03, 0.05).margin()).isEqualTo(0.05);
    }
}
