package dev.clnrm.bench.verdict;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.analyse.Comparison;
import dev.clnrm.bench.analyse.Estimate;
import dev.clnrm.bench.analyse.Evidence;
import dev.clnrm.bench.analyse.Interval;
import dev.clnrm.bench.analyse.Look;
import dev.clnrm.bench.analyse.Metric;
import dev.clnrm.bench.analyse.Spending;
import dev.clnrm.bench.analyse.Warning;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of one comparison whose numbers are given. */
class ChangeJudgeTest {
    private static final CaseName NAME = new CaseName("core", "open", Map.of());
    private static final Evidence NONE = new Evidence(0.2, 0.4, Look.MEAN);
    private static final Estimate MICROSECOND =
            new Estimate.Bounded(new Interval(0.99e-6, 1e-6, 1.01e-6, 0.95), 5, List.of());

    private static ChangeSettings settings(double tolerance) {
        ChangeRule rule = new ChangeRule(tolerance, 0, 0.15, 0.30, 0.50, Optional.empty());
        return new ChangeSettings(
                0.05, 0.95, (name, metric, base) -> rule, Map.of(), Optional.empty(), false, false, false);
    }

    private static ChangeSettings looking(double tolerance) {
        return settings(tolerance).measuredTogether(Spending.each(3, 5), Set.of());
    }

    private static Interval interval(double low, double estimate, double high) {
        return new Interval(low, estimate, high, 0.95);
    }

    private static Comparison comparison(Evidence slower, Interval change, Interval ninety, Interval floor) {
        return new Comparison(
                NAME,
                Mode.AVERAGE,
                Metric.TIME,
                MICROSECOND,
                MICROSECOND,
                Optional.of(change),
                Optional.of(floor),
                Optional.of(ninety),
                Optional.of(slower),
                Optional.of(NONE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                5,
                5,
                List.of());
    }

    private static Comparison undecided(double low, double estimate, double high) {
        Interval change = interval(low, estimate, high);
        return comparison(NONE, change, change, change);
    }

    private static ChangeVerdict judged(Comparison comparison, ChangeSettings settings) {
        return new ChangeJudge(comparison, List.of(), settings).judge();
    }

    @ParameterizedTest
    @CsvSource({
        "0.98, 1.01, 1.04, the interval holds both no change and the limit of 3 %",
        "0.96, 0.99, 1.02, the interval holds both no change and the limit of 3 %",
        "0.90, 1.01, 1.02, the interval holds no change",
        "1.01, 1.04, 1.07, the interval holds the limit of 3 %",
        "0.93, 0.96, 0.99, the interval holds the limit of 3 %",
        "1.04, 1.05, 1.06, not proven over all the cases judged together",
        "0.94, 0.95, 0.96, not proven over all the cases judged together"
    })
    void what_is_undecided_says_what_its_interval_holds(double low, double estimate, double high, String reason) {
        ChangeVerdict verdict = judged(undecided(low, estimate, high), settings(0.03));

        assertThat(verdict.finding()).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(verdict.reasons()).containsExactly(reason);
    }

    @Test
    void a_run_that_was_looked_at_says_which_slowdown_is_excluded() {
        Comparison byMean = undecided(0.98, 1.01, 1.04);
        Comparison byFloor = comparison(NONE, interval(0.8, 1, 1.25), interval(0.85, 1, 1.2), interval(0.97, 1, 1.04));
        Comparison byNone = undecided(0.8, 1, 1.25);

        assertThat(judged(byMean, looking(0.03)).reasons()).containsExactly("a slowdown of 5 % is excluded");
        assertThat(judged(byFloor, looking(0.03)).reasons()).containsExactly("a slowdown of 5 % is excluded");
        assertThat(judged(undecided(0.85, 1, 1.09), looking(0.10)).reasons())
                .containsExactly("a slowdown of 10 % is excluded");
        assertThat(judged(byNone, looking(0.03)).reasons())
                .containsExactly("the interval holds both no change and the limit of 3 %");
    }

    @ParameterizedTest
    @CsvSource({
        "FLOOR, 1.01, 1.04, REGRESSED",
        "FLOOR, 1.04, 1.01, INCONCLUSIVE",
        "BODY, 1.04, 1.01, REGRESSED",
        "BODY, 1.01, 1.04, INCONCLUSIVE",
        "TAIL, 1.04, 1.01, REGRESSED",
        "MEAN, 1.04, 1.01, REGRESSED"
    })
    void a_proven_change_is_called_where_what_is_shown_of_it_is_beyond_the_tolerance(
            Look look, double mean, double floor, Finding finding) {
        Comparison comparison = comparison(
                new Evidence(0.001, 0.01, look),
                interval(mean - 0.05, mean, mean + 0.05),
                interval(mean - 0.04, mean, mean + 0.04),
                interval(floor - 0.01, floor, floor + 0.01));

        assertThat(judged(comparison, settings(0.03)).finding()).isEqualTo(finding);
    }

    @Test
    void evidence_at_the_level_proves_nothing() {
        Interval change = interval(1.04, 1.05, 1.06);

        assertThat(judged(comparison(new Evidence(0.05, 0.05, Look.MEAN), change, change, change), settings(0.03))
                        .finding())
                .isEqualTo(Finding.INCONCLUSIVE);
    }

    @Test
    void forks_bring_the_nearer_end_to_the_limit() {
        Comparison inside =
                comparison(NONE, interval(0.98, 1.01, 1.04), interval(0.985, 1.01, 1.035), interval(0.98, 1.01, 1.04));

        // 5 (ln(1.035 / 1.01) / ln(1.03 / 1.01))² = 7.8
        assertThat(judged(inside, settings(0.03)).forksToDecide()).isEqualTo(Optional.of(8));
        // 5 (ln(1.2 / 1.1) / ln 1.1)² = 4.2, and more than there are
        assertThat(judged(undecided(1.0, 1.1, 1.2), settings(0.03)).forksToDecide())
                .isEqualTo(Optional.of(6));
    }

    private static Estimate bytes(double low, double high) {
        return new Estimate.Bounded(new Interval(low, (low + high) / 2, high, 0.95), 5, List.of());
    }

    private static Comparison allocating(Estimate base, Estimate head) {
        return new Comparison(
                NAME,
                Mode.AVERAGE,
                Metric.ALLOCATION,
                base,
                head,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NONE),
                Optional.of(NONE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                5,
                5,
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "99, 101, 100, 108, UNCHANGED",
        "99, 101, 101, 110, INCONCLUSIVE",
        "100, 108, 99, 101, UNCHANGED",
        "101, 110, 99, 101, INCONCLUSIVE"
    })
    void bytes_are_unchanged_where_no_end_is_farther_from_the_other_than_the_tolerance(
            double baseLow, double baseHigh, double headLow, double headHigh, Finding finding) {
        Comparison comparison = allocating(bytes(baseLow, baseHigh), bytes(headLow, headHigh));

        assertThat(judged(comparison, settings(0.1)).finding()).isEqualTo(finding);
    }

    @Test
    void bytes_where_there_were_none_are_held_to_the_least_amount() {
        ChangeRule rule = new ChangeRule(0.1, 8, 0.15, 0.30, 0.50, Optional.empty());
        ChangeSettings settings = new ChangeSettings(
                0.05, 0.95, (name, metric, base) -> rule, Map.of(), Optional.empty(), false, false, false);

        assertThat(judged(allocating(bytes(0, 0), bytes(0, 8)), settings).finding())
                .isEqualTo(Finding.UNCHANGED);
        assertThat(judged(allocating(bytes(0, 0), bytes(0, 9)), settings).finding())
                .isEqualTo(Finding.INCONCLUSIVE);
        assertThat(judged(allocating(bytes(0, 0), bytes(0, 9)), settings).reasons())
                .containsExactly("the forks of the two sides overlap");
    }

    @Test
    void the_same_code_is_judged_like_any_other_and_says_where_to_look() {
        Interval change = interval(1.4, 1.5, 1.6);
        Comparison comparison = comparison(new Evidence(0.001, 0.001, Look.FLOOR), change, change, change);
        ChangeSettings settings = settings(0.03).measuredTogether(Spending.each(3, 5), Set.of(NAME));

        assertThat(judged(comparison, settings).finding()).isEqualTo(Finding.REGRESSED);
        assertThat(judged(comparison, settings).reasons())
                .containsExactly("its classes are identical on both sides;"
                        + " it may read a file, a resource or a system property that changed");
    }

    @Test
    void a_side_without_a_number_says_which_and_why() {
        Estimate one = new Estimate.Point(1e-6, 1, List.of(new Warning.OneFork()));

        assertThat(judged(without(one, MICROSECOND), settings(0.03)).reasons())
                .containsExactly("base: one fork says nothing about the next");
        assertThat(judged(without(MICROSECOND, one), settings(0.03)).reasons())
                .containsExactly("head: one fork says nothing about the next");
        assertThat(judged(without(MICROSECOND, MICROSECOND), settings(0.03)).reasons())
                .containsExactly("the two sides cannot be compared");
    }

    private static Comparison without(Estimate base, Estimate head) {
        return new Comparison(
                NAME,
                Mode.AVERAGE,
                Metric.TIME,
                base,
                head,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                List.of());
    }
}
