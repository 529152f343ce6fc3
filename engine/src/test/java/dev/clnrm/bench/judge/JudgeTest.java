package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.TODAY;
import static dev.clnrm.bench.judge.RunParts.atMost;
import static dev.clnrm.bench.judge.RunParts.file;
import static dev.clnrm.bench.judge.RunParts.forks;
import static dev.clnrm.bench.judge.RunParts.planned;
import static dev.clnrm.bench.judge.RunParts.ratio;
import static dev.clnrm.bench.judge.RunParts.side;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.samples.Values;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final CaseName TIMED = DeclaredForks.name("core/timed");
    private static final CaseName ALLOCATED = DeclaredForks.name("core/allocated");
    private static final CaseName FAILED = DeclaredForks.name("core/failed");
    private static final CaseName ABSENT = DeclaredForks.name("core/absent");

    /** The head of a comparison: a case without rules, two with a budget, one that failed and one without samples. */
    private static HeadJudgement head(List<Law> laws) {
        Side side = side(
                forks("core/open"),
                forks("core/timed"),
                forks("core/allocated"),
                DeclaredForks.of("core/failed")
                        .failed(Outcome.Cause.THREW, "boom")
                        .samples());
        Map<CaseName, Budget> budgets = Map.of(
                TIMED, atMost(1), ALLOCATED, Budget.NONE.withAllocation(Limit.atMost(new Bytes(8), RunParts.CODE)));
        RunSamples run = RunSamples.of(side, side, planned(OPEN, TIMED, ALLOCATED, FAILED, ABSENT));
        return Judge.judge(run, SomeRules.of(budgets, laws), Trust.MEASURED_HERE)
                .head();
    }

    @Test
    void of_a_comparison_the_head_tells_only_what_its_change_does_not() {
        HeadJudgement head = head(List.of());

        assertThat(head.measurements().stream().map(one -> one.name())).containsExactly(TIMED, ALLOCATED, FAILED);
        assertThat(head.failed().stream().map(FailedCase::name)).containsExactly(FAILED, ABSENT);
        assertThat(head.census().cases()).isEqualTo(4);
    }

    @Test
    void if_there_are_laws_the_head_tells_all_its_cases() {
        assertThat(head(List.of(ratio("pays", "core/open", "core/timed")))
                        .census()
                        .cases())
                .isEqualTo(5);
    }

    @Test
    void a_case_of_the_base_alone_has_its_budget_too() {
        CaseName gone = DeclaredForks.name("core/gone");
        RunSamples run = RunSamples.of(side(forks("core/gone")), side(forks("core/open")), DeclaredRules.NONE);
        Rules rules = SomeRules.of(Map.of(gone, atMost(1)), List.of());

        assertThat(Judge.judge(run, rules, Trust.STORED).budgets()).containsExactly(OPEN, Budget.NONE, gone, atMost(1));
    }

    @Test
    void a_run_that_owes_a_base_could_not_measure_without_it() throws DeclarationException {
        RunSamples alone = RunSamples.of(side(forks("core/open")), DeclaredRules.NONE);
        RunSamples both = RunSamples.of(side(forks("core/open")), side(forks("core/open")), DeclaredRules.NONE);

        assertThat(strangers(alone, true).head().end()).isEqualTo(RunSamples.End.WITHOUT_BASE);
        assertThat(strangers(alone, true).head().exit()).isEqualTo(3);
        assertThat(strangers(alone, false).head().end()).isEqualTo(RunSamples.End.COMPLETE);
        assertThat(strangers(both, true).head().end()).isEqualTo(RunSamples.End.COMPLETE);
    }

    private static Judgement strangers(RunSamples run, boolean twoSides) throws DeclarationException {
        return Judge.judge(run, Rules.ofStranger(file(), run, Selection.ALL, twoSides, TODAY), Trust.FROM_A_STRANGER);
    }

    @Test
    void each_part_has_an_exit_status() {
        Side fast = side(
                DeclaredForks.of("core/open").means(1e-6, 1.001e-6, 1.002e-6).samples());
        Side slow = side(
                DeclaredForks.of("core/open").means(2e-6, 2.001e-6, 2.002e-6).samples());

        Judgement judgement = Judge.judge(RunSamples.of(fast, slow, DeclaredRules.NONE), Rules.none(), Trust.STORED);
        assertThat(judgement.head().exit()).isEqualTo(0);
        assertThat(judgement.change().orElseThrow().exit()).isEqualTo(1);
    }

    @Test
    void of_two_modes_a_percentile_is_about_single_times_and_a_mean_about_the_first() {
        CaseSamples average = forks("core/open");
        Histogram single = new Histogram(Values.of(5e-6), Values.of(100));
        CaseSamples sample = DeclaredForks.of("core/open")
                .sampled(single)
                .sampled(single)
                .sampled(single)
                .samples();
        Limit<Time> limit = Limit.atMost(new Time(1), RunParts.CODE);

        assertThat(measured(side(average, sample), limit.percentile(99)))
                .isWithin(1e-12)
                .of(5e-6);
        assertThat(measured(side(sample, average), limit.percentile(99)))
                .isWithin(1e-12)
                .of(5e-6);
        assertThat(measured(side(average, sample), limit)).isWithin(1e-12).of(1e-6);
        assertThat(measured(side(sample, average), limit)).isWithin(1e-12).of(5e-6);
    }

    private static double measured(Side head, Limit<Time> limit) {
        Rules rules = SomeRules.of(Map.of(OPEN, Budget.NONE.withTime(limit)), List.of());
        return Judge.judge(RunSamples.of(head, DeclaredRules.NONE), rules, Trust.STORED)
                .head()
                .budgets()
                .get(0)
                .measured()
                .value()
                .orElseThrow();
    }
}
