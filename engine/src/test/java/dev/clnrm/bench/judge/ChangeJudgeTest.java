package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Warning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of one comparison whose numbers are given. */
class ChangeJudgeTest {
    private static final CaseName NAME = new CaseName("core", "open", Map.of());
    private static final Evidence NONE = new Evidence(0.2, 0.4, ForkStatistic.MEAN);
    private static final Estimate MICROSECOND =
            new Estimate.Bounded(new Interval(0.99e-6, 1e-6, 1.01e-6, 0.95), 5, List.of());

    private static Rules rules(double tolerance) {
        ChangeRule rule = new ChangeRule(tolerance, 0, 0.05, 0.15, 0.30, 0.50, Optional.empty());
        return SomeRules.of((name, metric, base) -> rule);
    }

    private static Interval interval(double low, double estimate, double high) {
        return new Interval(low, estimate, high, 0.95);
    }

    private static Comparison comparison(Evidence slower, Map<ForkStatistic, Interval> changes) {
        return new Comparison(
                NAME,
                Mode.AVERAGE,
                Metric.TIME,
                MICROSECOND,
                MICROSECOND,
                changes,
                Optional.of(slower),
                Optional.of(NONE),
                Optional.empty(),
                List.of());
    }

    private static Comparison floor(Evidence slower, double low, double estimate, double high) {
        return comparison(slower, Map.of(ForkStatistic.FLOOR, interval(low, estimate, high)));
    }

    private static ChangeVerdict judged(Comparison comparison, Rules rules) {
        return new ChangeJudge(comparison, List.of(), 20, rules, false).judge();
    }

    @ParameterizedTest
    @CsvSource({
        "0.98, 1.01, 1.06, the interval includes both 0 % and the margin of 5 %",
        "1.00, 1.02, 1.06, the interval includes both 0 % and the margin of 5 %",
        "1.01, 1.03, 1.07, slower but not proven over 20 cases judged together",
        "1.01, 1.02, 1.06, slower but the estimate is below the tolerance of 3 % and the interval includes the margin of 5 %"
    })
    void what_is_inconclusive_says_what_its_interval_includes(double low, double estimate, double high, String reason) {
        ChangeVerdict verdict = judged(floor(NONE, low, estimate, high), rules(0.03));

        assertThat(verdict.finding()).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(verdict.reasons().stream().map(one -> one.replace("slower,", "slower")))
                .containsExactly(reason);
    }

    @Test
    void what_is_slower_and_not_proven_in_a_single_case_says_what_shares_the_level() {
        ChangeVerdict verdict =
                new ChangeJudge(floor(NONE, 1.04, 1.22, 1.43), List.of(), 1, rules(0.03), false).judge();

        assertThat(verdict.finding()).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(verdict.reasons())
                .containsExactly("slower, but not proven:"
                        + " tests of several statistics and after fewer forks share the level of 5 %");
    }

    @Test
    void what_is_ok_by_the_fast_end_says_where_the_mean_moved() {
        Map<ForkStatistic, Interval> changes =
                Map.of(ForkStatistic.FLOOR, interval(0.99, 1, 1.01), ForkStatistic.MEAN, interval(0.9, 1.05, 1.2));

        ChangeVerdict verdict = judged(comparison(NONE, changes), rules(0.03));

        assertThat(verdict.finding()).isEqualTo(Finding.OK);
        assertThat(verdict.look()).hasValue(ForkStatistic.FLOOR);
        assertThat(verdict.reasons())
                .containsExactly("ok is about the fast end of forks; the mean of all iterations is 5 % higher");
    }

    @Test
    void evidence_at_the_level_proves_nothing() {
        assertThat(judged(floor(new Evidence(0.05, 0.05, ForkStatistic.FLOOR), 1.04, 1.05, 1.06), rules(0.03))
                        .finding())
                .isEqualTo(Finding.INCONCLUSIVE);
    }

    @Test
    void forks_bring_the_end_of_the_interval_to_the_margin() {
        // 5 (ln(1.07 / 1.01) / ln(1.05 / 1.01))² = 11.03
        assertThat(judged(floor(NONE, 0.95, 1.01, 1.07), rules(0.03)).forksToDecide())
                .isEqualTo(Optional.of(12));
    }

    /** z₀.₉₉₇₅ / z₀.₉₇₅ = 2.8070 / 1.9600 (R 4.2.2 qnorm): the strongest of 20 cases is held to a twentieth of the level. */
    @Test
    void forks_prove_a_slowdown_over_the_whole_family() {
        // 5 (2.8070 / 1.9600 · ln(1.2 / 1.1) / ln 1.1)² = 8.55
        assertThat(judged(floor(NONE, 1.0, 1.1, 1.2), rules(0.03)).forksToDecide())
                .isEqualTo(Optional.of(9));
    }

    private static Estimate bytes(double low, double high) {
        return new Estimate.Bounded(new Interval(low, (low + high) / 2, high, 0.95), 5, List.of());
    }

    private static Comparison allocating(Estimate base, Estimate head) {
        return allocating(base, head, NONE, NONE);
    }

    private static Comparison allocating(Estimate base, Estimate head, Evidence slower, Evidence faster) {
        return new Comparison(
                NAME,
                Mode.AVERAGE,
                Metric.ALLOCATION,
                base,
                head,
                Map.of(),
                Optional.of(slower),
                Optional.of(faster),
                Optional.empty(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "99, 101, 100, 108, OK",
        "99, 101, 101, 110, INCONCLUSIVE",
        "100, 108, 99, 101, OK",
        "101, 110, 99, 101, OK"
    })
    void bytes_without_a_ratio_are_ok_where_the_head_takes_no_more_than_the_tolerance(
            double baseLow, double baseHigh, double headLow, double headHigh, Finding finding) {
        Comparison comparison = allocating(bytes(baseLow, baseHigh), bytes(headLow, headHigh));

        assertThat(judged(comparison, rules(0.1)).finding()).isEqualTo(finding);
    }

    @Test
    void bytes_where_there_were_none_are_held_to_the_least_amount() {
        ChangeRule rule = new ChangeRule(0.1, 8, 0, 0.15, 0.30, 0.50, Optional.empty());
        Rules rules = SomeRules.of((name, metric, base) -> rule);

        assertThat(judged(allocating(bytes(0, 0), bytes(0, 8)), rules).finding())
                .isEqualTo(Finding.OK);
        assertThat(judged(allocating(bytes(0, 0), bytes(0, 9)), rules).finding())
                .isEqualTo(Finding.INCONCLUSIVE);
        assertThat(judged(allocating(bytes(0, 0), bytes(0, 9)), rules).reasons())
                .containsExactly("the forks differ too much to prove or to exclude a change");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 24, 0.01, REGRESSED",
        "0, 24, 0.05, INCONCLUSIVE",
        "0, 8, 0.01, OK",
        "24, 0, 0.01, IMPROVED",
        "24, 0, 0.05, OK",
        "8, 0, 0.01, OK",
        "200, 221, 0.01, REGRESSED",
        "200, 220, 0.01, OK"
    })
    void a_difference_of_bytes_counts_if_it_is_proven_and_above_amount_and_tolerance(
            double base, double head, double adjusted, Finding finding) {
        ChangeRule rule = new ChangeRule(0.1, 8, 0, 0.15, 0.30, 0.50, Optional.empty());
        Rules rules = SomeRules.of((name, metric, value) -> rule);
        Evidence proof = new Evidence(0.001, adjusted, ForkStatistic.EXACT);
        Comparison comparison = allocating(
                bytes(base, base), bytes(head, head), head > base ? proof : NONE, head < base ? proof : NONE);

        assertThat(judged(comparison, rules).finding()).isEqualTo(finding);
    }

    @Test
    void the_same_code_is_judged_like_any_other_and_says_where_to_look() {
        Comparison comparison = floor(new Evidence(0.001, 0.001, ForkStatistic.FLOOR), 1.4, 1.5, 1.6);
        ChangeVerdict verdict = new ChangeJudge(comparison, List.of(), 20, rules(0.03), true).judge();

        assertThat(verdict.finding()).isEqualTo(Finding.REGRESSED);
        assertThat(verdict.reasons())
                .containsExactly("its classes are identical on both sides; it may read a file, a resource or a system"
                        + " property that changed");
    }

    @Test
    void a_side_without_a_number_says_which_and_why() {
        Estimate one = new Estimate.Point(1e-6, 1, List.of(new Warning.OneFork()));

        assertThat(judged(without(one, MICROSECOND), rules(0.03)).reasons())
                .containsExactly("base: one fork: not proven");
        assertThat(judged(without(MICROSECOND, one), rules(0.03)).reasons())
                .containsExactly("head: one fork: not proven");
        assertThat(judged(without(MICROSECOND, MICROSECOND), rules(0.03)).reasons())
                .containsExactly("the two sides cannot be compared");
    }

    private static Comparison without(Estimate base, Estimate head) {
        return new Comparison(
                NAME,
                Mode.AVERAGE,
                Metric.TIME,
                base,
                head,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
