package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.clnrm.bench.stats.Metric.ALLOCATION;
import static dev.clnrm.bench.stats.Metric.TIME;

import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "2.9e-10, 0.290 ns",
        "3.1e-12, 0.00310 ns",
        "7.7e-9, 7.70 ns",
        "1.28e-4, 128 µs",
        "0.012, 12.0 ms",
        "0.9994, 999 ms",
        "0.9996, 1.00 s",
        "1.5, 1.50 s",
        "754, 754 s",
        "86400, 86400 s",
        "3e22, 3e22 s",
        "2.5e-14, 2.5e-5 ns",
        "-2e-6, -2.00 µs"
    })
    void a_time_has_the_unit_a_person_would_choose(double seconds, String text) {
        assertThat(Amounts.amount(TIME, seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "0.000947, 0 B",
        "0.004, 0 B",
        "0.12, 0.12 B",
        "2.5, 2.5 B",
        "16.0002, 16 B",
        "416.4, 416 B",
        "1023, 1023 B",
        "1023.6, 1.00 KiB",
        "4003, 3.91 KiB",
        "1572864, 1.50 MiB",
        "3e9, 2.79 GiB"
    })
    void bytes_are_whole_until_there_are_kibibytes(double bytes, String text) {
        assertThat(Amounts.amount(ALLOCATION, bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "200e-6, 200 µs",
        "2e-3, 2 ms",
        "1.1e-3, 1.1 ms",
        "1e-6, 1 µs",
        "0, 0 ns",
        "0.25e-9, 0.25 ns",
        "60, 60 s"
    })
    void a_limit_is_shown_as_it_was_written(double seconds, String text) {
        assertThat(Amounts.limit(TIME, seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"512, 512 B", "4096, 4 KiB", "1536, 1.5 KiB", "0, 0 B", "1000, 1000 B"})
    void a_limit_of_bytes_is_shown_as_it_was_written(double bytes, String text) {
        assertThat(Amounts.limit(ALLOCATION, bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.004, 128.7 µs", "0.012, 128.7 µs", "0.12, 129 µs", "0.7, 129 µs", "3, 129 µs"})
    void digits_follow_the_width_of_the_interval(double share, String text) {
        String shown = Amounts.estimate(TIME, Runs.about(128.67e-6, share));
        assertThat(shown).isEqualTo(text);
    }

    @Test
    void a_number_is_told_apart_from_the_limit_it_is_beside() {
        Interval interval = new Interval(200.02e-6, 200.04e-6, 200.06e-6, 0.95);
        assertThat(Amounts.against(TIME, 200.04e-6, Optional.of(interval), 200e-6))
                .isEqualTo("200.04 µs");
        assertThat(Amounts.range(TIME, interval, 200e-6)).isEqualTo("200.02 … 200.06 µs");
    }

    @Test
    void a_number_that_is_its_limit_says_so() {
        assertThat(Amounts.against(TIME, 200e-6, Optional.empty(), 200e-6)).isEqualTo("200 µs");
    }

    @Test
    void bytes_are_told_apart_from_their_limit() {
        Interval interval = new Interval(4100, 4100.2, 4100.4, 0.95);
        assertThat(Amounts.against(ALLOCATION, 4100.2, Optional.of(interval), 4096))
                .isEqualTo("4.004 KiB");
    }

    @Test
    void both_ends_of_a_range_have_one_unit() {
        assertThat(Amounts.range(TIME, new Interval(990e-9, 1.05e-6, 1.11e-6, 0.95)))
                .isEqualTo("0.990 … 1.110 µs");
    }

    @Test
    void ends_far_apart_have_each_their_own_unit() {
        assertThat(Amounts.range(TIME, new Interval(20e-9, 1.2e-6, 71e-6, 0.95)))
                .isEqualTo("20 ns … 71 µs");
    }

    @Test
    void a_range_without_width_is_one_number() {
        assertThat(Amounts.range(ALLOCATION, new Interval(416, 416, 416, 0.95))).isEqualTo("416 B");
    }

    @Test
    void precision_is_the_farther_end() {
        assertThat(Percents.precision(new Interval(98, 100, 101, 0.95))).isEqualTo("± 2.0 %");
    }

    @Test
    void precision_beyond_a_factor_of_two_is_a_factor() {
        assertThat(Percents.precision(new Interval(40, 100, 290, 0.95))).isEqualTo("×÷ 2.9");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.0004, 0.04 %", "0.012, 1.2 %", "0.314, 31.4 %", "3.85, 385 %", "-0.021, -2.1 %"})
    void a_share_is_a_percentage(double share, String text) {
        assertThat(Percents.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.314, +31.4 %", "-0.042, -4.2 %", "0, 0 %"})
    void a_change_says_its_direction(double share, String text) {
        assertThat(Percents.change(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.35665, 35.7 %",
        "0, 0.0 %",
        "-0.0000001, 0.0 %",
        "1, 100.0 %",
        "0.99999, > 99.9 %",
        "-2.062, -206.2 %",
        "-200, < -9999 %"
    })
    void headroom_has_one_decimal(double share, String text) {
        assertThat(Percents.headroom(share)).isEqualTo(text);
    }

    @Test
    void the_headroom_of_128_67_in_200_microseconds_is_35_7_percent() {
        assertThat(Percents.headroom((200e-6 - 128.67e-6) / 200e-6)).isEqualTo("35.7 %");
    }

    @ParameterizedTest
    @CsvSource({"60.5, 60.5 x", "1.02, 1.02 x", "10, 10.0 x", "0.004, 0.00400 x"})
    void a_ratio_has_three_digits(double value, String text) {
        assertThat(Percents.ratio(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0003, 0.0003", "0.00004, < 0.0001", "0.0123, 0.012", "0.24, 0.24", "1, 1.00", "0, < 0.0001"})
    void a_probability_is_never_shown_as_nothing(double p, String text) {
        assertThat(Probabilities.probability(p)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.84, 0.8 s",
        "9, 9 s",
        "9.97, 10 s",
        "45.4, 45 s",
        "59.6, 1 min",
        "80, 1 min 20 s",
        "3599.7, 1 h",
        "7500, 2 h 5 min",
        "-3, 0 s"
    })
    void a_duration_is_said_as_people_say_it(double seconds, String text) {
        assertThat(Counts.duration(seconds)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"20, 52, 20 s to 52 s", "52, 52, 52 s", "51.8, 52.2, 52 s", "59.4, 61, 59 s to 1 min 1 s"})
    void a_range_of_durations_that_read_alike_is_one_duration(double least, double most, String text) {
        assertThat(Counts.durations(least, most)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"6, 15, 6 to 15 forks", "6, 6, 6 forks", "1, 1, 1 fork"})
    void a_range_of_one_number_is_a_number(long least, long most, String text) {
        assertThat(Counts.range(least, most, "fork")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"99, p99", "99.9, p99.9", "50, p50"})
    void a_percentile_has_the_name_people_know(double percentile, String text) {
        assertThat(Percents.percentile(percentile)).isEqualTo(text);
    }

    @Test
    void a_missing_estimate_is_a_dash() {
        assertThat(Amounts.estimate(TIME, Runs.missing(new Warning.NoForks()))).isEqualTo("–");
    }

    @Test
    void laws_show_their_number_and_interval_in_the_same_digits() {
        Estimate exponent = new Estimate.Bounded(new Interval(0.9812, 1.02, 1.0588, 0.95), 6, List.of());
        assertThat(LawText.measured(exponent, 1, "", 0.95, 1.05))
                .isEqualTo(new LawText.Shown("1.020", "0.981 … 1.059"));
    }

    @Test
    void a_law_is_told_apart_from_its_limit() {
        Estimate overhead = new Estimate.Bounded(new Interval(0.20002, 0.214, 0.228, 0.95), 6, List.of());
        assertThat(LawText.measured(overhead, 100, " %", 0.2).range()).isEqualTo("20.002 … 22.800 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_not_finite_is_a_dash(double value) {
        assertThat(List.of(
                        Amounts.amount(TIME, value),
                        Amounts.limit(ALLOCATION, value),
                        Percents.percent(value),
                        Percents.change(value),
                        Percents.level(value),
                        Percents.headroom(value),
                        Percents.ratio(value),
                        Decimals.exact(value),
                        Probabilities.probability(value),
                        Counts.duration(value)))
                .containsExactly("–", "–", "–", "–", "–", "–", "–", "–", "–", "–");
    }

    @Test
    void every_finite_amount_is_short_and_near_what_it_was() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Math.pow(10, random.nextDouble(-14, 14));
            Metric metric = i % 2 == 0 ? TIME : ALLOCATION;
            String text = Amounts.estimate(metric, Runs.about(value, random.nextDouble(0.0001, 0.5)));
            assertWithMessage("%s", value).that(text.length()).isAtMost(12);
            if (value > 1e-9 && (metric == TIME || value > 1)) {
                assertWithMessage(text).that(read(text)).isWithin(value * 0.05).of(value);
            }
        }
    }

    @Test
    void a_larger_amount_is_never_shown_as_smaller() {
        double before = 0;
        for (double value = 1e-10; value < 1e4; value *= 1.0013) {
            double shown = read(Amounts.amount(TIME, value));
            assertThat(shown).isAtLeast(before);
            before = shown;
        }
    }

    @Test
    void the_extremes_of_the_format_do_no_harm() {
        for (double value : new double[] {Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1e-300, 1e300}) {
            for (Metric metric : Metric.values()) {
                assertThat(Amounts.amount(metric, value).length()).isAtMost(20);
                assertThat(Amounts.limit(metric, value).length()).isAtMost(20);
            }
            assertThat(Percents.percent(value).length()).isAtMost(20);
            assertThat(Percents.ratio(value).length()).isAtMost(20);
        }
        Interval widest = new Interval(Double.MIN_VALUE, 1, Double.MAX_VALUE, 0.95);
        assertThat(Amounts.range(TIME, widest).length()).isAtMost(40);
        assertThat(Percents.precision(widest).length()).isAtMost(20);
        assertThat(LawText.measured(new Estimate.Bounded(widest, 2, List.of()), 1, " x", 10)
                        .range()
                        .length())
                .isAtMost(40);
    }

    private static double read(String text) {
        String[] parts = text.split(" ", 2);
        double base = Map.of(
                        "ns", 1e-9, "µs", 1e-6, "ms", 1e-3, "s", 1.0, "B", 1.0, "KiB", 0x1p10, "MiB", 0x1p20, "GiB",
                        0x1p30)
                .getOrDefault(parts[1], Double.NaN);
        return Double.parseDouble(parts[0]) * base;
    }
}
