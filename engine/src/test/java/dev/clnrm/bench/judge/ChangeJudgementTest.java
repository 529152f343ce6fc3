package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.ForkSetup;
import dev.clnrm.bench.samples.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeJudgementTest {
    private static final Waived WAIVED =
            new Waived(LocalDate.of(2027, 3, 1), "audit records", new Place("budgets.yaml", 9, 3));

    /** Six forks about a mean, each within 0.2 % of it. */
    private static CaseSamples about(double mean) {
        return about("core/open", mean);
    }

    private static CaseSamples about(String name, double mean) {
        return DeclaredForks.of(name)
                .means(0.998 * mean, 0.999 * mean, mean, mean, 1.001 * mean, 1.002 * mean)
                .samples();
    }

    private static TwoSuites slower(double factor) {
        return new TwoSuites().base(about(1e-6)).head(about(factor * 1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        "1.10, REGRESSED, MINOR",
        "1.16, REGRESSED, WARNING",
        "1.31, REGRESSED, CRITICAL",
        "1.51, REGRESSED, ALERT",
        "0.90, IMPROVED,",
        "1.00, OK,",
        "1.02, OK,",
        "0.98, OK,"
    })
    void a_change_is_called_by_its_size(double factor, Finding finding, Severity severity) {
        ChangeVerdict verdict = slower(factor).time();

        assertThat(verdict.finding()).isEqualTo(finding);
        assertThat(verdict.severity()).isEqualTo(Optional.ofNullable(severity));
        assertThat(verdict.change().orElseThrow().estimate()).isWithin(1e-9).of(factor);
        assertThat(verdict.reasons()).isEmpty();
    }

    @Test
    void a_proven_change_within_the_tolerance_is_ok() {
        ChangeVerdict verdict = slower(1.02).time();

        assertThat(verdict.evidence().orElseThrow().adjusted()).isLessThan(0.001);
        assertThat(verdict.finding()).isEqualTo(Finding.OK);
    }

    @Test
    void half_a_nanosecond_counts_as_none_whatever_its_share() {
        TwoSuites fast = new TwoSuites().base(about(2e-9)).head(about(2.4e-9));

        assertThat(fast.time().finding()).isEqualTo(Finding.OK);
        assertThat(fast.time().limits().tolerance()).isWithin(1e-4).of(0.25);
    }

    @Test
    void what_includes_both_no_change_and_the_margin_is_inconclusive_and_says_what_would_decide_it() {
        ChangeVerdict verdict = new TwoSuites()
                .base(DeclaredForks.of("core/open").means(1e-6, 1.1e-6, 1.2e-6).samples())
                .head(DeclaredForks.of("core/open")
                        .means(1.05e-6, 1.15e-6, 1.2e-6)
                        .samples())
                .time();

        assertThat(verdict.finding()).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(verdict.reasons()).containsExactly("the interval includes both 0 % and the margin of 5 %");
        assertThat(verdict.forksToDecide().orElseThrow()).isGreaterThan(3);
    }

    @Test
    void one_fork_is_never_red_and_says_why() {
        ChangeVerdict verdict = new TwoSuites()
                .base(DeclaredForks.of("core/open").means(1e-6).samples())
                .head(DeclaredForks.of("core/open").means(9e-6).samples())
                .time();

        assertThat(verdict.finding()).isEqualTo(Finding.INCONCLUSIVE);
        assertThat(verdict.reasons()).containsExactly("base: one fork: not proven");
        assertThat(verdict.judged()).isFalse();
    }

    @Test
    void a_case_that_failed_on_the_base_alone_is_like_a_new_one() {
        CaseSamples failed = DeclaredForks.of("core/open")
                .failed(Outcome.Cause.THREW, "boom")
                .samples();
        ChangeVerdict verdict = new TwoSuites().base(failed).head(about(1e-6)).time();

        assertThat(verdict.finding()).isEqualTo(Finding.NEW);
        assertThat(verdict.reasons()).containsExactly("failed on the base alone: boom");
    }

    @Test
    void a_case_that_failed_on_both_sides_says_both_causes_or_the_one_they_share() {
        CaseSamples boom = DeclaredForks.of("core/open")
                .failed(Outcome.Cause.THREW, "boom")
                .samples();
        CaseSamples bang = DeclaredForks.of("core/open")
                .failed(Outcome.Cause.THREW, "bang")
                .samples();

        assertThat(new TwoSuites().base(boom).head(boom).time().reasons())
                .containsExactly("failed on both sides: boom");
        assertThat(new TwoSuites().base(boom).head(bang).time().reasons())
                .containsExactly("failed on both sides: base: boom; head: bang");
        assertThat(new TwoSuites().base(boom).head(bang).time().finding()).isEqualTo(Finding.FAILED);
    }

    @Test
    void a_case_that_failed_or_gave_no_number_is_inconclusive() {
        CaseSamples failed = DeclaredForks.of("core/open")
                .failed(Outcome.Cause.THREW, "boom")
                .samples();
        CaseSamples nothing =
                DeclaredForks.of("core/open").means(Double.NaN, Double.NaN).samples();

        assertThat(new TwoSuites().base(about(1e-6)).head(failed).time().reasons())
                .containsExactly("failed on the head alone: boom");
        assertThat(new TwoSuites().base(about(1e-6)).head(nothing).time().reasons())
                .containsExactly("head: fork 0 gave no number");
    }

    @Test
    void cases_of_one_side_are_rows() {
        ChangeJudgement judged = slower(1)
                .base(about("core/gone", 1e-6))
                .head(about("core/fresh", 1e-6))
                .judge();

        assertThat(judged.verdicts().stream().map(ChangeVerdict::finding))
                .containsExactly(Finding.OK, Finding.MISSING, Finding.NEW)
                .inOrder();
        assertThat(judged.census()).isEqualTo(new ChangeCensus(1, 3, 1, 0, 0));
        assertThat(judged.result()).isEqualTo(ChangeJudgement.Result.INCOMPLETE);
        assertThat(judged.exit()).isEqualTo(0);
    }

    @Test
    void a_case_that_was_removed_is_a_row_and_counted() {
        CaseKey gone = new CaseKey(new CaseName("core", "gone", Map.of()), Mode.AVERAGE);
        ChangeJudgement judged = slower(1).removed(gone).judge();

        ChangeVerdict last = judged.verdicts().get(judged.verdicts().size() - 1);
        assertThat(last.name()).isEqualTo(gone.name());
        assertThat(last.finding()).isEqualTo(Finding.REMOVED);
        assertThat(last.base()).isEmpty();
        assertThat(last.judged()).isFalse();
        assertThat(judged.census()).isEqualTo(new ChangeCensus(1, 2, 1, 0, 0));
        assertThat(judged.exit()).isEqualTo(0);
    }

    @Test
    void two_modes_of_one_case_are_two_cases() {
        CaseSamples rates = DeclaredForks.of("core/open")
                .mode(Mode.THROUGHPUT)
                .means(1e6, 1.001e6, 0.999e6)
                .samples();
        CaseSamples fewer = DeclaredForks.of("core/open")
                .mode(Mode.THROUGHPUT)
                .means(0.5e6, 0.5005e6, 0.4995e6)
                .samples();
        ChangeJudgement judged = slower(1).base(rates).head(fewer).judge();

        assertThat(judged.verdicts().stream().map(ChangeVerdict::mode)).containsExactly(Mode.AVERAGE, Mode.THROUGHPUT);
        assertThat(judged.verdicts().stream().map(ChangeVerdict::finding))
                .containsExactly(Finding.OK, Finding.REGRESSED);
        assertThat(judged.verdicts().get(1).change().orElseThrow().estimate())
                .isWithin(1e-9)
                .of(2);
    }

    @Test
    void sides_without_a_case_in_common_could_not_be_compared() {
        ChangeJudgement judged =
                new TwoSuites().base(about("a/x", 1)).head(about("b/x", 1)).judge();

        assertThat(judged.result()).isEqualTo(ChangeJudgement.Result.NOTHING_JUDGED);
        assertThat(judged.exit()).isEqualTo(3);
    }

    @Test
    void cases_that_only_the_head_has_are_new_and_fail_nothing() {
        ChangeJudgement judged = new TwoSuites().head(about("b/x", 1)).judge();

        assertThat(judged.result()).isEqualTo(ChangeJudgement.Result.NEW);
        assertThat(judged.exit()).isEqualTo(0);
    }

    @Test
    void a_case_that_failed_on_the_base_is_not_new() {
        CaseSamples boom = DeclaredForks.of("core/open")
                .failed(Outcome.Cause.THREW, "boom")
                .samples();
        ChangeJudgement judged = new TwoSuites().base(boom).head(about(1e-6)).judge();

        assertThat(judged.verdicts().get(0).finding()).isEqualTo(Finding.NEW);
        assertThat(judged.result()).isEqualTo(ChangeJudgement.Result.NOTHING_JUDGED);
    }

    @ParameterizedTest
    @CsvSource({"REGRESSION, 1", "WARNING, 0", "CRITICAL, 0", "ALERT, 0", "NEVER, 0"})
    void what_fails_is_what_was_asked_for(FailOn smallest, int exit) {
        ChangeJudgement judged = slower(1.1).failOn(smallest).judge();

        assertThat(judged.exit()).isEqualTo(exit);
        assertThat(judged.result())
                .isEqualTo(exit == 1 ? ChangeJudgement.Result.REGRESSED : ChangeJudgement.Result.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "0.90, DECIDED, true, 0",
        "1.00, DECIDED, true, 0",
        "1.10, DECIDED, true, 1",
        "0.90, IMPROVED, true, 0",
        "1.00, IMPROVED, false, 1",
        "1.10, IMPROVED, false, 1",
        "0.90, NOT_SLOWER, true, 0",
        "1.00, NOT_SLOWER, true, 0",
        "1.10, NOT_SLOWER, false, 1"
    })
    void a_claim_that_is_not_proven_fails(double factor, Goal goal, boolean reached, int exit) {
        ChangeJudgement judged = slower(factor).goal(goal).judge();

        assertThat(judged.outcome().orElseThrow().reached()).isEqualTo(reached);
        assertThat(judged.exit()).isEqualTo(exit);
    }

    @Test
    void one_improved_case_proves_an_improvement_unless_another_one_is_slower() {
        TwoSuites two = new TwoSuites()
                .base(about("a/x", 1e-6))
                .base(about("a/y", 1e-6))
                .head(about("a/x", 0.9e-6))
                .goal(Goal.IMPROVED);

        assertThat(two.head(about("a/y", 1e-6)).judge().outcome())
                .isEqualTo(Optional.of(new GoalOutcome(Goal.IMPROVED, 1, 2, 0)));

        TwoSuites mixed = new TwoSuites()
                .base(about("a/x", 1e-6))
                .base(about("a/y", 1e-6))
                .head(about("a/x", 0.9e-6))
                .head(about("a/y", 1.1e-6))
                .goal(Goal.IMPROVED);

        assertThat(mixed.judge().outcome().orElseThrow().reached()).isFalse();
    }

    @Test
    void an_unproven_claim_is_the_result_unless_something_is_worse() {
        assertThat(slower(1).goal(Goal.IMPROVED).judge().result()).isEqualTo(ChangeJudgement.Result.NOT_PROVEN);
        assertThat(slower(1.1).goal(Goal.IMPROVED).judge().result()).isEqualTo(ChangeJudgement.Result.REGRESSED);
    }

    @Test
    void nothing_is_proven_of_cases_that_only_the_head_has() {
        ChangeJudgement judged =
                new TwoSuites().head(about("b/x", 1)).goal(Goal.NOT_SLOWER).judge();

        assertThat(judged.result()).isEqualTo(ChangeJudgement.Result.NEW);
        assertThat(judged.exit()).isEqualTo(1);
    }

    @Test
    void a_missing_case_decides_the_result_only_if_the_user_forbids_it_or_nothing_is_worse() {
        TwoSuites lacking = slower(1.1).failOn(FailOn.NEVER).base(about("core/gone", 1e-6));

        assertThat(lacking.judge().result()).isEqualTo(ChangeJudgement.Result.WARNING);
        assertThat(lacking.allow(true, false, false).judge().result()).isEqualTo(ChangeJudgement.Result.INCOMPLETE);
        assertThat(lacking.judge().exit()).isEqualTo(4);
        assertThat(slower(1.1)
                        .failOn(FailOn.NEVER)
                        .allow(true, false, false)
                        .judge()
                        .result())
                .isEqualTo(ChangeJudgement.Result.WARNING);
    }

    @Test
    void a_waived_regression_is_shown_and_does_not_fail() {
        ChangeJudgement judged =
                slower(2).waive(DeclaredForks.name("core/open"), WAIVED).judge();
        ChangeVerdict verdict = judged.verdicts().get(0);

        assertThat(verdict.finding()).isEqualTo(Finding.REGRESSED);
        assertThat(verdict.waiver()).hasValue(WAIVED);
        assertThat(verdict.gated()).isFalse();
        assertThat(judged.exit()).isEqualTo(0);
        assertThat(judged.result()).isEqualTo(ChangeJudgement.Result.OK);
    }

    @Test
    void other_machines_jdks_flags_and_black_holes_give_no_verdict_on_time() {
        for (Conditions other : List.of(
                new Conditions(
                        Optional.of("Intel"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Conditions(
                        Optional.empty(), Optional.of("21"), Optional.empty(), Optional.empty(), Optional.empty()),
                new Conditions(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(List.of()), Optional.empty()),
                new Conditions(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("full")))) {
            TwoSuites unlike =
                    new TwoSuites().in(TwoSuites.HERE, other).base(about(1e-6)).head(about(2e-6));

            assertThat(unlike.time().finding()).isEqualTo(Finding.INCOMPARABLE);
            assertThat(unlike.time().reasons().get(0)).containsMatch("differ: .* against ");
            assertThat(unlike.judge().exit()).isEqualTo(0);
            assertThat(unlike.judge().census().judged()).isEqualTo(0);
            assertThat(unlike.judge().census().family()).isEqualTo(0);
            assertThat(unlike.allow(true, false, false).judge().exit()).isEqualTo(4);
            assertThat(unlike.allow(false, true, false).time().finding()).isEqualTo(Finding.REGRESSED);
            assertThat(unlike.judge().exit()).isEqualTo(1);
            assertThat(unlike.judge().caveats().stream().filter(Caveat.Unlike.class::isInstance))
                    .hasSize(1);
        }
    }

    @Test
    void a_machine_nobody_names_is_a_warning() {
        ChangeJudgement judged = new TwoSuites()
                .in(Conditions.UNKNOWN, TwoSuites.HERE)
                .base(about(1e-6))
                .head(about(2e-6))
                .judge();

        assertThat(judged.exit()).isEqualTo(1);
        assertThat(judged.census().family()).isEqualTo(1);
        assertThat(judged.caveats()).containsExactly(new Caveat.HostUnknown());
    }

    @Test
    void a_run_of_another_time_warns_and_does_not_fail_unless_trusted() {
        TwoSuites stored = slower(2).jobs("run-1", "run-2");

        assertThat(stored.time().finding()).isEqualTo(Finding.REGRESSED);
        assertThat(stored.time().gated()).isFalse();
        assertThat(stored.judge().result()).isEqualTo(ChangeJudgement.Result.WARNING);
        assertThat(stored.judge().exit()).isEqualTo(0);
        assertThat(stored.allow(false, false, true).judge().exit()).isEqualTo(1);
        assertThat(slower(2).jobs("run-1", "run-1").judge().exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 24, REGRESSED",
        "24, 0, IMPROVED",
        "0, 7, OK",
        "24, 31, OK",
        "24, 32.5, REGRESSED",
        "10000, 10090, OK",
        "10000, 10110, REGRESSED",
        "10000, 9800, IMPROVED"
    })
    void allocation_may_grow_by_one_per_cent_and_8_bytes(double base, double head, Finding finding) {
        ChangeVerdict verdict = new TwoSuites()
                .base(DeclaredForks.of("core/open").allocating(base, base, base).samples())
                .head(DeclaredForks.of("core/open").allocating(head, head, head).samples())
                .allocation();

        assertThat(verdict.finding()).isEqualTo(finding);
    }

    @Test
    void allocation_needs_no_like_machine_but_a_like_jdk() {
        Conditions elsewhere = TwoSuites.HERE.on(Optional.of("Intel"));
        Conditions newer = new Conditions(
                TwoSuites.HERE.host(), Optional.of("21"), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(allocatingMore(elsewhere).finding()).isEqualTo(Finding.REGRESSED);
        assertThat(allocatingMore(newer).finding()).isEqualTo(Finding.INCOMPARABLE);
    }

    private static ChangeVerdict allocatingMore(Conditions head) {
        return allocatingMore(TwoSuites.HERE, head);
    }

    private static ChangeVerdict allocatingMore(Conditions base, Conditions head) {
        return new TwoSuites()
                .in(base, head)
                .base(DeclaredForks.of("core/open").allocating(24, 24, 24).samples())
                .head(DeclaredForks.of("core/open").allocating(48, 48, 48).samples())
                .allocation();
    }

    @Test
    void sides_exchanged_give_the_mirror_image() {
        ChangeVerdict slower = slower(1.2).time();
        ChangeVerdict faster =
                new TwoSuites().base(about(1.2e-6)).head(about(1e-6)).time();

        assertThat(faster.finding()).isEqualTo(Finding.IMPROVED);
        assertThat(faster.change().orElseThrow().low())
                .isWithin(1e-9)
                .of(1 / slower.change().orElseThrow().high());
    }

    @Test
    void other_threads_and_batches_give_no_verdict_on_time_or_bytes() {
        for (ForkSetup other : List.of(setup(8, 1, "5 x 1 s", "1 s"), setup(1, 10, "5 x 1 s", "1 s"))) {
            Conditions head = TwoSuites.HERE.with(other);
            TwoSuites unlike = new TwoSuites()
                    .in(TwoSuites.HERE.with(setup(1, 1, "5 x 1 s", "1 s")), head)
                    .base(about(1e-6))
                    .head(about(2e-6));

            assertThat(unlike.time().finding()).isEqualTo(Finding.INCOMPARABLE);
            assertThat(unlike.judge().exit()).isEqualTo(0);
            assertThat(unlike.judge().census().judged()).isEqualTo(0);
            assertThat(allocatingMore(TwoSuites.HERE.with(setup(1, 1, "", "")), head)
                            .finding())
                    .isEqualTo(Finding.INCOMPARABLE);
        }
    }

    @Test
    void another_warm_up_or_length_is_judged_with_a_warning() {
        for (ForkSetup other : List.of(setup(1, 1, "none", "1 s"), setup(1, 1, "5 x 1 s", "10 ms"))) {
            TwoSuites unlike = new TwoSuites()
                    .in(TwoSuites.HERE.with(setup(1, 1, "5 x 1 s", "1 s")), TwoSuites.HERE.with(other))
                    .base(about(1e-6))
                    .head(about(2e-6));

            assertThat(unlike.time().finding()).isEqualTo(Finding.REGRESSED);
            assertThat(unlike.judge().exit()).isEqualTo(1);
            assertThat(unlike.judge().caveats().stream().map(Caveat::code))
                    .containsExactly(other.warmup().equals(Optional.of("none")) ? "other-warmup" : "other-iterations");
        }
    }

    private static ForkSetup setup(int threads, int batch, String warmup, String iteration) {
        return new ForkSetup(
                Optional.of(threads),
                Optional.of(batch),
                Optional.empty(),
                Optional.of(warmup),
                Optional.of(iteration));
    }
}
