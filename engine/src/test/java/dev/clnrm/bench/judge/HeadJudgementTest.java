package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadJudgementTest {
    private static final Place HERE = new Place("budgets.yaml", 6, 3);
    private static final CaseName CASE = DeclaredForks.name("core/open");

    /** The 95 % interval of these is 0.9231 µs to 1.1347 µs about 1.0235 µs (ForkLevelTest says which program gave it). */
    private static final CaseSamples ONE_MICRO = DeclaredForks.of("core/open")
            .means(1.00e-6, 1.10e-6, 0.95e-6, 1.05e-6)
            .samples();

    @Test
    void well_below_its_budget_a_case_passes() {
        BudgetVerdict verdict = time(2e-6, ONE_MICRO);

        assertThat(verdict.status()).isEqualTo(Status.PASS);
        assertThat(verdict.headroom().orElseThrow()).isWithin(1e-9).of((2 - 1.023473017085549) / 2);
        assertThat(verdict.rule()).isEqualTo(HERE);
        assertThat(verdict.critical()).isFalse();
        assertThat(verdict.reason()).isEmpty();
    }

    @Test
    void headroom_is_what_the_budget_leaves() {
        BudgetVerdict verdict = time(
                200e-6,
                DeclaredForks.of("core/open").means(128.67e-6, 128.67e-6).samples());

        assertThat(Math.round(verdict.headroom().orElseThrow() * 1000)).isEqualTo(357);
    }

    @Test
    void above_85_per_cent_of_its_budget_it_is_a_warning() {
        assertThat(time(1.2e-6, ONE_MICRO).status()).isEqualTo(Status.WARNING);
        assertThat(time(1.205e-6, ONE_MICRO).status()).isEqualTo(Status.PASS);
    }

    @Test
    void an_interval_that_holds_the_budget_is_inconclusive_and_says_how_many_forks_would_decide() {
        BudgetVerdict verdict = time(1.1e-6, ONE_MICRO);

        assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(verdict.reason()).hasValue("the interval includes the budget");
        // 4 (ln(1.13473 / 1.02347) / ln(1.1 / 1.02347))² = 4 (0.10320 / 0.07211)² = 8.19
        assertThat(verdict.forksToDecide()).hasValue(9);
        assertThat(time(0.93e-6, ONE_MICRO).status()).isEqualTo(Status.INCONCLUSIVE);
    }

    @Test
    void proven_above_its_budget_it_fails() {
        BudgetVerdict verdict = time(0.92e-6, ONE_MICRO);

        assertThat(verdict.status()).isEqualTo(Status.FAIL);
        assertThat(verdict.headroom().orElseThrow()).isLessThan(0.0);
        assertThat(verdict.critical()).isFalse();
    }

    @Test
    void critical_is_proven_too() {
        Limit<Time> limit = Limit.atMost(new Time(0.5e-6), HERE);
        Budget near = Budget.NONE.withTime(limit.critical(new Time(0.92e-6)));
        Budget far = Budget.NONE.withTime(limit.critical(new Time(0.95e-6)));

        assertThat(judge(ONE_MICRO, near).budgets().get(0).critical()).isTrue();
        assertThat(judge(ONE_MICRO, far).budgets().get(0).critical()).isFalse();
        assertThat(judge(ONE_MICRO, far).budgets().get(0).criticalLimit()).hasValue(0.95e-6);
    }

    @Test
    void a_verdict_shows_the_limit_and_its_reason() {
        BudgetVerdict verdict = judge(ONE_MICRO, timeBudget(2e-6).withBecause("every test needs it"))
                .budgets()
                .get(0);

        assertThat(verdict.limit()).isEqualTo(2e-6);
        assertThat(verdict.because()).hasValue("every test needs it");
    }

    @Test
    void one_fork_is_never_red_and_never_green() {
        BudgetVerdict verdict =
                time(0.1e-6, DeclaredForks.of("core/open").means(1e-6).samples());

        assertThat(verdict.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(verdict.reason()).hasValue("one fork: not proven");
        assertThat(verdict.headroom().orElseThrow()).isWithin(1e-9).of(-9);
        assertThat(verdict.forksToDecide()).isEmpty();
    }

    @Test
    void exactly_at_its_allocation_budget_a_case_is_within() {
        BudgetVerdict verdict = allocation(512, 512.02, 512.03, 512.02);

        assertThat(verdict.status()).isEqualTo(Status.WARNING);
        assertThat(verdict.headroom().orElseThrow()).isWithin(1e-3).of(0);
    }

    @Test
    void a_budget_of_no_bytes_can_be_kept_and_broken() {
        assertThat(allocation(0, 0.0186, 0.0185, 0.0187).status()).isEqualTo(Status.PASS);
        assertThat(allocation(0, 0.0186, 0.0185, 0.0187).headroom()).isEmpty();
        assertThat(allocation(0, 16.01, 16.02, 16.01).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void half_a_byte_counts_as_none_at_every_limit() {
        assertThat(allocation(99.5, 100, 100, 100).status()).isEqualTo(Status.WARNING);
        assertThat(allocation(99.4, 100, 100, 100).status()).isEqualTo(Status.FAIL);
        assertThat(allocation(100, 85.5, 85.5, 85.5).status()).isEqualTo(Status.PASS);
        assertThat(criticalAllocation(16.5)).isFalse();
        assertThat(criticalAllocation(16.6)).isTrue();
    }

    @Test
    void a_budget_that_less_than_half_a_byte_exceeds_says_why_it_is_no_failure() {
        String none = "less than half a byte per operation above the budget counts as none";

        assertThat(allocation(8, 8.3, 8.3, 8.3).status()).isEqualTo(Status.WARNING);
        assertThat(allocation(8, 8.3, 8.3, 8.3).reason()).hasValue(none);
        assertThat(allocation(0, 0.4, 0.4, 0.4).status()).isEqualTo(Status.PASS);
        assertThat(allocation(0, 0.4, 0.4, 0.4).reason()).hasValue(none);
        assertThat(allocation(9, 8.3, 8.3, 8.3).reason()).isEmpty();
        assertThat(allocation(0, 0, 0, 0).reason()).isEmpty();
        assertThat(allocation(8, 16, 16, 16).reason()).isEmpty();
    }

    private static boolean criticalAllocation(double bytes) {
        Limit<Bytes> limit = Limit.atMost(new Bytes(0), HERE).critical(new Bytes(16));
        CaseSamples samples =
                DeclaredForks.of("core/open").allocating(bytes, bytes, bytes).samples();
        return judge(samples, Budget.NONE.withAllocation(limit))
                .budgets()
                .get(0)
                .critical();
    }

    @Test
    void forks_bring_the_end_of_the_bytes_to_half_a_byte_above_the_budget() {
        // The interval is 102.5 ± 3.1824 · 6.455 / √4 = 102.5 ± 10.271, with t₀.₉₇₅ of 3 degrees of freedom:
        // 4 (10.271 / (105 + 0.5 - 102.5))² = 46.9
        assertThat(allocation(105, 100, 110, 95, 105).forksToDecide()).hasValue(47);
    }

    @Test
    void allocation_nobody_measured_is_unmeasured() {
        Budget budget = Budget.NONE.withAllocation(Limit.atMost(new Bytes(1), HERE));
        BudgetVerdict verdict = judge(ONE_MICRO, budget).budgets().get(0);

        assertThat(verdict.status()).isEqualTo(Status.UNMEASURED);
        assertThat(verdict.reason()).hasValue("it was not measured");
    }

    @Test
    void a_percentile_is_held_against_its_own_interval() {
        CaseSamples samples = DeclaredForks.of("core/open")
                .sampled(new Histogram(Values.of(1e-6, 9.0e-6), Values.of(900, 100)))
                .sampled(new Histogram(Values.of(1e-6, 9.1e-6), Values.of(900, 100)))
                .sampled(new Histogram(Values.of(1e-6, 8.9e-6), Values.of(900, 100)))
                .samples();
        Limit<Time> limit = Limit.atMost(new Time(5e-6), HERE);

        BudgetVerdict tail = judge(samples, Budget.NONE.withTime(limit.percentile(99)))
                .budgets()
                .get(0);
        BudgetVerdict mean =
                judge(samples, Budget.NONE.withTime(limit)).budgets().get(0);

        assertThat(tail.status()).isEqualTo(Status.FAIL);
        assertThat(tail.percentile()).hasValue(99.0);
        assertThat(mean.status()).isEqualTo(Status.PASS);
    }

    @Test
    void a_percentile_without_single_times_is_unmeasured() {
        BudgetVerdict verdict = judge(
                        ONE_MICRO,
                        Budget.NONE.withTime(Limit.atMost(new Time(1), HERE).percentile(99)))
                .budgets()
                .get(0);

        assertThat(verdict.status()).isEqualTo(Status.UNMEASURED);
        assertThat(verdict.reason()).hasValue("a percentile needs the mode `sample`, which keeps single times");
    }

    @Test
    void a_case_that_failed_has_its_reason() {
        CaseSamples failed = DeclaredForks.of("core/open")
                .failed(Outcome.Cause.THREW, "java.lang.IllegalStateException: no such key")
                .samples();
        HeadJudgement judgement = judge(failed, timeBudget(1));

        assertThat(judgement.budgets().get(0).status()).isEqualTo(Status.UNMEASURED);
        assertThat(judgement.budgets().get(0).reason())
                .hasValue("it failed: java.lang.IllegalStateException: no such key");
        assertThat(judgement.failed().get(0).how().orElseThrow().cause()).isEqualTo(Outcome.Cause.THREW);
        assertThat(judgement.exit()).isEqualTo(3);
        assertThat(judgement.census()).isEqualTo(new Census(0, 1, 0, 1));
    }

    @Test
    void one_failed_fork_leaves_only_what_is_proven_broken() {
        DeclaredForks forks = DeclaredForks.of("core/open")
                .means(1.00e-6, 1.10e-6, 0.95e-6, 1.05e-6)
                .failed(Outcome.Cause.HUNG, "no end");

        assertThat(judge(forks.samples(), timeBudget(2e-6)).budgets().get(0).status())
                .isEqualTo(Status.UNMEASURED);
        assertThat(judge(forks.samples(), timeBudget(2e-6)).budgets().get(0).reason())
                .hasValue("1 of 5 forks failed: no end");
        assertThat(judge(forks.samples(), timeBudget(0.5e-6)).budgets().get(0).status())
                .isEqualTo(Status.FAIL);
    }

    @Test
    void a_case_that_was_promised_and_not_run_is_not_forgotten() {
        HeadJudgement judgement = judge(Map.of(), Map.of(CASE, timeBudget(1)), List.of());

        assertThat(judgement.budgets().get(0).status()).isEqualTo(Status.UNMEASURED);
        assertThat(judgement.budgets().get(0).reason()).hasValue("it was not run");
        assertThat(judgement.failed()).hasSize(1);
        assertThat(judgement.exit()).isEqualTo(3);
    }

    @Test
    void without_a_budget_a_case_is_measured_all_the_same() {
        HeadJudgement judgement = judge(Map.of(CASE, ONE_MICRO), Map.of(), List.of());

        assertThat(judgement.measurements()).hasSize(1);
        assertThat(judgement.budgets()).isEmpty();
        assertThat(judgement.census()).isEqualTo(new Census(1, 1, 0, 0));
        assertThat(judgement.exit()).isEqualTo(0);
    }

    @Test
    void what_is_inconclusive_is_an_error_only_where_the_user_forbids_it() {
        HeadJudgement judgement = judge(ONE_MICRO, timeBudget(1e-6));
        HeadJudgement strict =
                judge(ONE_MICRO, timeBudget(1e-6), Rules.none().with(new Strictness(Optional.empty(), false, true)));

        assertThat(judgement.result()).isEqualTo(HeadJudgement.Result.INCONCLUSIVE);
        assertThat(judgement.exit()).isEqualTo(0);
        assertThat(strict.exit()).isEqualTo(4);
    }

    @Test
    void what_is_proven_comes_before_what_failed_and_both_are_shown() {
        CaseName other = DeclaredForks.name("core/close");
        Map<CaseName, CaseSamples> samples = new LinkedHashMap<>();
        samples.put(CASE, ONE_MICRO);
        samples.put(
                other,
                DeclaredForks.of("core/close")
                        .failed(Outcome.Cause.EXITED, "status 7")
                        .samples());
        Map<CaseName, Budget> budgets = Map.of(CASE, timeBudget(0.5e-6));

        HeadJudgement judgement = judge(samples, budgets, List.of());

        assertThat(judgement.exit()).isEqualTo(1);
        assertThat(judgement.failed()).hasSize(1);
        assertThat(judgement.census()).isEqualTo(new Census(1, 2, 1, 1));
    }

    @Test
    void a_case_may_have_its_own_confidence() {
        Rules rules = SomeRules.of(new Confidences(0.95, Map.of(), Map.of("core/open", 0.99)));
        HeadJudgement judgement = judge(ONE_MICRO, timeBudget(0.92e-6), rules);

        assertThat(judgement.budgets().get(0).status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(judgement
                        .measurements()
                        .get(0)
                        .time()
                        .interval()
                        .orElseThrow()
                        .confidence())
                .isEqualTo(0.99);
    }

    @Test
    void a_ratio_passes_fails_or_is_inconclusive_by_its_whole_interval() {
        Map<CaseName, CaseSamples> samples = ratioSamples();

        // The interval is 9.508 to 10.673 (RelationsTest says which program gave it).
        assertThat(law(samples, ratio(9.5)).status()).isEqualTo(Status.PASS);
        assertThat(law(samples, ratio(10)).status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(law(samples, ratio(10)).reason()).hasValue("the interval includes the limit");
        assertThat(law(samples, ratio(10.7)).status()).isEqualTo(Status.FAIL);
        assertThat(law(samples, ratio(10)).requirement()).isEqualTo(Requirement.atLeast(10));
        assertThat(law(samples, ratio(10)).cases())
                .containsExactly(DeclaredForks.name("core/slow"), DeclaredForks.name("core/fast"))
                .inOrder();
        // 3 (ln(10.67267 / 10.07363) / ln(10.5 / 10.07363))² = 3 (0.057763 / 0.041454)² = 5.8
        assertThat(law(samples, ratio(10.5)).forksToDecide()).hasValue(6);
    }

    @Test
    void an_overhead_is_at_most_its_limit() {
        Map<CaseName, CaseSamples> samples = named(
                DeclaredForks.of("core/with", "level=high", "n=2")
                        .means(1.10, 1.11, 1.12)
                        .samples(),
                DeclaredForks.of("core/without").means(1.00, 1.01, 0.99).samples());
        Law.Overhead kept = new Law.Overhead("policy is cheap", "core/with{level=high,n=2}", "core/without", 0.2, HERE);
        Law.Overhead turned =
                new Law.Overhead("policy is cheap", "core/with{n=2,level=high}", "core/without", 0.05, HERE);

        assertThat(law(samples, kept).status()).isEqualTo(Status.PASS);
        assertThat(law(samples, turned).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void efficiency_compares_the_case_of_one_with_the_case_of_n() {
        Map<CaseName, CaseSamples> samples = named(
                DeclaredForks.of("core/tasks", "tasks=1").means(1.0, 1.01, 0.99).samples(),
                DeclaredForks.of("core/tasks", "tasks=25").means(4.0, 4.1, 3.9).samples(),
                DeclaredForks.of("core/tasks", "tasks=50")
                        .means(10.0, 10.1, 9.9)
                        .samples());
        Law.Efficiency pays = new Law.Efficiency("concurrency pays", "core/tasks", "tasks", 50, 3, HERE);

        LawVerdict verdict = law(samples, pays);

        assertThat(verdict.status()).isEqualTo(Status.PASS);
        assertThat(verdict.measured().value().orElseThrow()).isWithin(1e-3).of(5);
        assertThat(law(samples, new Law.Efficiency("x", "core/tasks", "tasks", 10, 3, HERE))
                        .reason())
                .hasValue("`core/tasks` has no case with tasks=10");
    }

    @Test
    void an_exponent_lies_within_its_ends() {
        Map<CaseName, CaseSamples> samples = named(
                DeclaredForks.of("core/steps", "steps=1").means(1.0, 1.01, 0.99).samples(),
                DeclaredForks.of("core/steps", "steps=10")
                        .means(10.0, 10.1, 9.9)
                        .samples(),
                DeclaredForks.of("core/steps", "steps=100")
                        .means(100.0, 101, 99)
                        .samples());

        assertThat(law(samples, exponent(0.95, 1.05)).status()).isEqualTo(Status.PASS);
        assertThat(law(samples, exponent(1.0, 1.05)).status()).isEqualTo(Status.INCONCLUSIVE);
        // The interval is 1 ± 0.00887: 3 (0.00887 / 0.005)² = 9.4
        assertThat(law(samples, exponent(1.005, 1.05)).forksToDecide()).hasValue(10);
        assertThat(law(samples, exponent(1.05, 2)).status()).isEqualTo(Status.FAIL);
        assertThat(law(samples, exponent(0, 0.9)).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void a_fit_names_the_other_parameters_where_there_are_some() {
        Map<CaseName, CaseSamples> samples = named(
                DeclaredForks.of("core/steps", "level=low", "steps=1")
                        .means(1.0, 1.01)
                        .samples(),
                DeclaredForks.of("core/steps", "level=low", "steps=10")
                        .means(10.0, 10.1)
                        .samples(),
                DeclaredForks.of("core/steps", "level=high", "steps=1")
                        .means(2.0, 2.01)
                        .samples(),
                DeclaredForks.of("core/steps", "level=high", "steps=10")
                        .means(20.0, 20.1)
                        .samples());
        Law.Exponent open = exponent(0.5, 1.5);
        Law.Exponent fixed = new Law.Exponent("linear", "core/steps{level=low}", "steps", 0.5, 1.5, HERE);

        assertThat(law(samples, open).status()).isEqualTo(Status.UNMEASURED);
        assertThat(law(samples, open).reason().orElseThrow()).contains("say which in braces after the benchmark");
        assertThat(law(samples, fixed).status()).isEqualTo(Status.PASS);
        assertThat(law(samples, fixed).cases()).hasSize(2);
    }

    @Test
    void a_law_over_values_that_are_no_numbers_says_so() {
        Map<CaseName, CaseSamples> samples = named(
                DeclaredForks.of("core/steps", "steps=few").means(1.0, 1.01).samples(),
                DeclaredForks.of("core/steps", "steps=many").means(10.0, 10.1).samples());

        assertThat(law(samples, exponent(0.5, 1.5)).reason())
                .hasValue("`steps` has the value `few`, which is not a number");
    }

    @Test
    void a_law_over_a_case_that_failed_is_unmeasured() {
        Map<CaseName, CaseSamples> samples = ratioSamples();
        samples.put(
                DeclaredForks.name("core/fast"),
                DeclaredForks.of("core/fast")
                        .failed(Outcome.Cause.CRASHED, "SIGSEGV")
                        .samples());

        LawVerdict verdict = law(samples, ratio(10));

        assertThat(verdict.status()).isEqualTo(Status.UNMEASURED);
        assertThat(verdict.reason()).hasValue("core/fast: it failed: SIGSEGV");
    }

    @Test
    void a_failed_fork_leaves_only_a_law_that_is_proven_broken() {
        Map<CaseName, CaseSamples> samples = ratioSamples();
        samples.put(
                DeclaredForks.name("core/fast"),
                DeclaredForks.of("core/fast")
                        .means(1.00e-6, 1.02e-6, 0.97e-6)
                        .failed(Outcome.Cause.THREW, "boom")
                        .samples());

        assertThat(law(samples, ratio(9)).status()).isEqualTo(Status.UNMEASURED);
        assertThat(law(samples, ratio(9)).reason()).hasValue("core/fast: 1 of 4 forks failed: boom");
        assertThat(law(samples, ratio(11)).status()).isEqualTo(Status.FAIL);
    }

    @Test
    void a_law_over_a_case_without_a_number_says_why() {
        Map<CaseName, CaseSamples> samples = ratioSamples();
        samples.put(
                DeclaredForks.name("core/fast"),
                DeclaredForks.of("core/fast").means(Double.NaN, Double.NaN).samples());

        assertThat(law(samples, ratio(9)).status()).isEqualTo(Status.UNMEASURED);
        assertThat(law(samples, ratio(9)).reason()).hasValue("fork 0 gave no number");
    }

    @Test
    void the_ends_of_the_interval_belong_to_it() {
        Map<CaseName, CaseSamples> samples = ratioSamples();
        Interval ratio = law(samples, ratio(10)).measured().interval().orElseThrow();
        Interval overhead = law(samples, overhead(10)).measured().interval().orElseThrow();

        assertThat(law(samples, ratio(ratio.low())).status()).isEqualTo(Status.PASS);
        assertThat(law(samples, ratio(ratio.high())).status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(law(samples, overhead(overhead.high())).status()).isEqualTo(Status.PASS);
        assertThat(law(samples, overhead(overhead.low())).status()).isEqualTo(Status.INCONCLUSIVE);
    }

    @Test
    void an_exponent_over_a_value_of_0_is_unmeasured() {
        Map<CaseName, CaseSamples> samples = named(
                DeclaredForks.of("core/steps", "steps=0").means(1.0, 1.01).samples(),
                DeclaredForks.of("core/steps", "steps=10").means(10.0, 10.1).samples());

        assertThat(law(samples, exponent(0.5, 1.5)).reason()).hasValue("`steps` has values that are not above 0");
    }

    @Test
    void a_law_over_a_case_that_is_not_there_says_so() {
        Map<CaseName, CaseSamples> samples = ratioSamples();
        samples.remove(DeclaredForks.name("core/fast"));

        assertThat(law(samples, ratio(10)).reason()).hasValue("there is no case `core/fast`");
        HeadJudgement promised =
                judge(samples, Map.of(DeclaredForks.name("core/fast"), Budget.NONE), List.of(ratio(10)));
        assertThat(promised.laws().get(0).reason()).hasValue("core/fast was not run");
        assertThat(promised.exit()).isEqualTo(3);
    }

    @Test
    void a_broken_law_is_over_budget() {
        HeadJudgement judgement = judge(ratioSamples(), Map.of(), List.of(ratio(11)));

        assertThat(judgement.exit()).isEqualTo(1);
        assertThat(judgement.census()).isEqualTo(new Census(2, 2, 1, 1));
    }

    private static Map<CaseName, CaseSamples> ratioSamples() {
        return named(
                DeclaredForks.of("core/slow")
                        .means(10.0e-6, 10.4e-6, 9.8e-6, 10.1e-6, 9.9e-6)
                        .samples(),
                DeclaredForks.of("core/fast").means(1.00e-6, 1.02e-6, 0.97e-6).samples());
    }

    private static Law.Ratio ratio(double atLeast) {
        return new Law.Ratio("reuse pays", "core/slow", "core/fast", atLeast, HERE);
    }

    private static Law.Overhead overhead(double atMost) {
        return new Law.Overhead("reuse pays", "core/slow", "core/fast", atMost, HERE);
    }

    private static Law.Exponent exponent(double low, double high) {
        return new Law.Exponent("linear", "core/steps", "steps", low, high, HERE);
    }

    private static LawVerdict law(Map<CaseName, CaseSamples> samples, Law law) {
        return judge(samples, Map.of(), List.of(law)).laws().get(0);
    }

    private static Map<CaseName, CaseSamples> named(CaseSamples... cases) {
        Map<CaseName, CaseSamples> samples = new LinkedHashMap<>();
        Arrays.stream(cases).forEach(c -> samples.put(c.name(), c));
        return samples;
    }

    private static Budget timeBudget(double seconds) {
        return Budget.NONE.withTime(Limit.atMost(new Time(seconds), HERE));
    }

    private static BudgetVerdict time(double limit, CaseSamples samples) {
        return judge(samples, timeBudget(limit)).budgets().get(0);
    }

    private static BudgetVerdict allocation(double limit, double... bytes) {
        return judge(
                        DeclaredForks.of("core/open").allocating(bytes).samples(),
                        Budget.NONE.withAllocation(Limit.atMost(new Bytes(limit), HERE)))
                .budgets()
                .get(0);
    }

    private static HeadJudgement judge(CaseSamples samples, Budget budget) {
        return judge(samples, budget, Rules.none());
    }

    private static HeadJudgement judge(CaseSamples samples, Budget budget, Rules rules) {
        return judge(Map.of(CASE, samples), SomeRules.of(rules, Map.of(CASE, budget), List.of()));
    }

    private static HeadJudgement judge(
            Map<CaseName, CaseSamples> samples, Map<CaseName, Budget> budgets, List<Law> laws) {
        return judge(samples, SomeRules.of(budgets, laws));
    }

    /** Cases with a budget are planned, measured or not. */
    private static HeadJudgement judge(Map<CaseName, CaseSamples> samples, Rules rules) {
        Side head = new Side(
                "",
                Optional.empty(),
                samples.values().stream()
                        .map(one -> new Measured(one, Conditions.UNKNOWN))
                        .toList());
        DeclaredRules planned =
                new DeclaredRules(List.copyOf(rules.budgets().keySet()), Set.of(), Map.of(), List.of(), Map.of());
        return Judge.judge(RunSamples.of(head, planned), rules, Trust.MEASURED_HERE)
                .head();
    }
}
