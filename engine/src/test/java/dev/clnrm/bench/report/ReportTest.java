package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.judge.Finding;
import dev.clnrm.bench.judge.Severity;
import dev.clnrm.bench.judge.Waived;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.stats.Comparison;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Evidence;
import dev.clnrm.bench.stats.ForkStatistic;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Warning;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private static final CaseName CASE = Runs.name("suite", "benchmark");
    private static final FailedCase THREW =
            new FailedCase(CASE, Optional.of(new Outcome.Failed(Outcome.Cause.THREW, "oh", List.of(), "java")), 1, 3);

    private final Comparisons comparison = new Comparisons();

    private StatusLabel sign() {
        Report view = comparison.view();
        return view.sign(view.verdicts().get(0));
    }

    private void measured(Finding finding) {
        Evidence weak = new Evidence(0.31, 1, ForkStatistic.MEAN);
        comparison.add(
                Comparisons.time(CASE, Mode.AVERAGE, 1e-6, 1.01, 0.02, weak),
                finding,
                Optional.empty(),
                Optional.empty(),
                true);
    }

    /** A base that is only rounding noise: 256 bytes are shown as 256 bytes more, not as 213,000 times as much. */
    @ParameterizedTest
    @EnumSource
    void a_change_from_almost_nothing_is_told_in_bytes(Format format) {
        allocating(bytes(0.0012, 0.0012), bytes(256, 280), Map.of(), Finding.REGRESSED);
        String text = format.renderer(Style.PLAIN).render(comparison.view()).replace('\u00a0', ' ');

        assertThat(text).doesNotContain(" x");
        switch (format) {
            case TABLE -> assertThat(text).contains("0 B → 256 B/op   +256 B   95 % interval +256 B … +280 B");
            case MARKDOWN -> assertThat(text).contains("+256 B<br>+256 B … +280 B");
            case JUNIT -> assertThat(text).contains("0 B → 256 B/op   +256 B   95 % interval +256 B … +280 B");
            case JSON -> assertThat(text.replaceAll("\\s", "")).contains("\"difference\":{\"bytes\":255.9988,");
            case CSV -> assertThat(text).contains(",0.0012,256.0,,,,");
        }
    }

    private void allocating(Finding finding) {
        allocating(bytes(0, 0), bytes(24, 24), Map.of(), finding);
    }

    private void allocating(Estimate base, Estimate head, Map<ForkStatistic, Interval> ratio, Finding finding) {
        comparison.add(
                allocation(base, head, ratio),
                finding,
                finding == Finding.REGRESSED ? Optional.of(Severity.ALERT) : Optional.empty(),
                Optional.empty(),
                true);
    }

    private static Comparison allocation() {
        return allocation(bytes(0, 0), bytes(24, 24), Map.of());
    }

    private static Comparison allocation(Estimate base, Estimate head, Map<ForkStatistic, Interval> ratio) {
        return new Comparison(
                CASE,
                Mode.AVERAGE,
                Metric.ALLOCATION,
                base,
                head,
                ratio,
                Optional.of(new Evidence(0, 0, ForkStatistic.EXACT)),
                Optional.of(new Evidence(1, 1, ForkStatistic.EXACT)),
                Optional.empty(),
                List.of());
    }

    @Test
    void a_case_that_only_allocates_more_is_counted() {
        measured(Finding.OK);
        allocating(Finding.REGRESSED);

        assertThat(Summary.counts(comparison.view())).startsWith("1 of 1 case allocates more (alert); 1 ok");
    }

    @Test
    void a_case_that_only_allocates_less_is_counted() {
        measured(Finding.OK);
        allocating(Finding.IMPROVED);

        assertThat(Summary.counts(comparison.view())).startsWith("none of 1 case regressed, 1 allocates less; 1 ok");
        measured(Finding.INCONCLUSIVE);
        assertThat(Summary.title(comparison.view())).isEqualTo("Inconclusive in 1 of 2 cases, 1 allocates less");
    }

    @Test
    void a_waived_rise_of_allocation_is_counted_with_its_waiver() {
        Optional<Waived> waived = Optional.of(new Waived(LocalDate.of(2027, 3, 1), "known", Runs.line(3)));
        measured(Finding.OK);
        comparison.add(allocation(), Finding.REGRESSED, Optional.of(Severity.WARNING), waived, false);

        assertThat(Summary.counts(comparison.view())).startsWith("1 of 1 case allocates more (warning), waived; 1 ok");
    }

    @Test
    void a_case_whose_allocation_is_inconclusive_is_counted() {
        measured(Finding.OK);
        allocating(Finding.INCONCLUSIVE);

        assertThat(Summary.counts(comparison.view()))
                .startsWith("none of 1 case regressed; 1 ok, 1 inconclusive in allocation");
        assertThat(Summary.title(comparison.view())).isEqualTo("Inconclusive in 1 of 1 case");
    }

    @Test
    void a_test_of_allocation_says_what_it_compares() {
        Map<ForkStatistic, Interval> ratio = Map.of(ForkStatistic.EXACT, new Interval(1.24, 1.24, 1.24, 0.95));
        allocating(bytes(100, 100), bytes(124, 124), ratio, Finding.REGRESSED);

        assertThat(Format.TABLE.renderer(Style.PLAIN).render(comparison.view()))
                .contains("Student's test on the log of the forks' bytes, adjusted as for 70 cases");
    }

    private static Estimate bytes(double low, double high) {
        return new Estimate.Bounded(new Interval(low, low, high, 0.95), 3, List.of());
    }

    @Test
    void what_gave_no_number_because_it_failed_has_failed() {
        comparison.unmeasured(CASE, Runs.about(1e-6, 0.01), "head: no fork finished");
        comparison.head.fail(THREW);

        assertThat(sign()).isEqualTo(StatusLabel.FAILED);
    }

    @Test
    void what_was_never_run_is_not_run() {
        comparison.unmeasured(CASE, Runs.about(1e-6, 0.01), "head: no fork finished");
        comparison.head.fail(new FailedCase(CASE, Optional.empty(), 0, 0));

        assertThat(sign()).isEqualTo(StatusLabel.NOT_RUN);
        assertThat(Summary.sentence(comparison.view())).contains("1 not run");
    }

    @Test
    void what_gave_no_number_and_did_not_fail_is_inconclusive() {
        comparison.unmeasured(CASE, Runs.about(1e-6, 0.01), "base: no fork finished");

        assertThat(sign()).isEqualTo(StatusLabel.INCONCLUSIVE);
    }

    @Test
    void what_its_other_forks_say_stays_said() {
        measured(Finding.INCONCLUSIVE);
        comparison.head.fail(THREW);
        assertThat(sign()).isEqualTo(StatusLabel.INCONCLUSIVE);

        comparison.verdicts.clear();
        measured(Finding.OK);
        assertThat(sign()).isEqualTo(StatusLabel.OK);
    }

    @Test
    void a_head_with_new_cases_alone_has_nothing_to_be_compared_with() {
        comparison.oneSided(CASE, Finding.NEW, Runs.about(1e-6, 0.01));

        assertThat(Summary.sign(comparison.view())).isEqualTo(StatusLabel.NEW);
        assertThat(Summary.sentence(comparison.view()))
                .isEqualTo("every case is new: nothing to compare yet; 1 new; judged 0 of 1 case");
    }

    @Test
    void the_title_names_what_improved_beside_what_is_undecided() {
        measured(Finding.IMPROVED);
        measured(Finding.INCONCLUSIVE);
        assertThat(Summary.title(comparison.view())).isEqualTo("Inconclusive in 1 of 2 cases, 1 improved");

        comparison.oneSided(CASE, Finding.MISSING, Runs.about(1e-6, 0.01));
        assertThat(Summary.title(comparison.view())).isEqualTo("Incomplete, 1 improved");
    }

    @Test
    void a_report_of_some_cases_is_repeated_with_their_filters() {
        comparison.facts = comparison.facts.only(List.of("parsing", "a map"));
        measured(Finding.OK);
        String all = "clnrm-bench compare main .clnrm-bench/runs/20260727-135419-3fa2c1";

        assertThat(comparison.view().again()).isEqualTo(all + " --only parsing --only 'a map'");
        assertThat(comparison.view().again(CASE)).isEqualTo(all + " --only suite/benchmark");
    }

    @Test
    void nothing_is_blamed_on_a_single_fork_that_has_another_reason() {
        comparison.unmeasured(CASE, Runs.missing(new Warning.NotFinite(0)), "base: fork 0 gave no number");

        assertThat(NothingJudged.reason(comparison.view()))
                .isEqualTo("the two sides have no case in common; measure the same benchmarks on both");

        comparison.verdicts.clear();
        comparison.add(
                new Comparison(
                        CASE,
                        Mode.AVERAGE,
                        Metric.TIME,
                        Runs.missing(new Warning.NotFinite(0)),
                        Runs.about(1e-6, 0.01),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                Finding.INCONCLUSIVE,
                Optional.empty(),
                Optional.empty(),
                true);
        assertThat(NothingJudged.reason(comparison.view()))
                .isEqualTo("no case has an interval on both sides; each case gives the reason");
    }
}
