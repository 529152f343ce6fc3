package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.history.Step;
import dev.clnrm.bench.report.markdown.StepsView;
import dev.clnrm.bench.report.markdown.Templates;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SteppedTest {
    private static final CaseName NAME = new CaseName("s", "b", Map.of());

    /** One run a time, in milliseconds, a day apart; before the first of them are eight of about one. */
    private static PastRuns runs(double... milliseconds) {
        List<Held> runs = new ArrayList<>();
        for (int i = 0; i < 8 + milliseconds.length; i++) {
            double time = i < 8 ? 1 + (i % 2 == 0 ? 0.001 : -0.001) : milliseconds[i - 8];
            runs.add(run(i, time * 1e-3, Conditions.UNKNOWN));
        }
        return new PastRuns(runs, List.of());
    }

    private static Held run(int day, double seconds, Conditions conditions) {
        CaseSummary one = new CaseSummary(
                new CaseKey(NAME, Mode.AVERAGE),
                conditions,
                Values.of(seconds, seconds),
                0,
                Values.NONE,
                0,
                Optional.empty());
        return new Held(
                RunStore.in(Path.of("")),
                "run-" + day,
                new RunSummary(
                        "run-" + day,
                        Instant.EPOCH.plusSeconds(86_400L * day),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        List.of(one)));
    }

    /** What the newest of the runs brings. */
    private static List<Step> fresh(PastRuns runs) throws Exception {
        return fresh(runs, CommitGraph.UNKNOWN);
    }

    private static List<Step> fresh(PastRuns runs, CommitGraph commits) throws Exception {
        String newest = runs.runs().get(runs.runs().size() - 1).summary().id();
        List<CaseName> known = List.of(NAME);
        return Stepped.fresh(
                runs,
                runs.without(newest),
                Rules.of(
                        BudgetsFile.empty("budgets.yaml"), DeclaredRules.NONE, known, known, LocalDate.of(2026, 1, 31)),
                commits);
    }

    @Test
    void a_step_is_told_by_the_run_that_shows_it() throws Exception {
        List<Step> fresh = fresh(runs(1.25));
        assertThat(fresh).hasSize(1);
        Step step = fresh.get(0);
        assertThat(step.since().id()).isEqualTo("run-8");
        assertThat(step.slower()).isTrue();
        assertThat(step.before()).isEqualTo(8);
        assertThat(step.after()).isEqualTo(1);
        assertThat(step.point().after()).isWithin(1e-12).of(1.25e-3);
    }

    @Test
    void a_run_later_it_is_known() throws Exception {
        assertThat(fresh(runs(1.25, 1.251))).isEmpty();
        assertThat(fresh(runs(1.25, 1.251, 1.249))).isEmpty();
    }

    @Test
    void what_becomes_faster_is_a_step_as_well() throws Exception {
        List<Step> fresh = fresh(runs(0.8));
        assertThat(fresh).hasSize(1);
        assertThat(fresh.get(0).slower()).isFalse();
    }

    @Test
    void a_second_step_is_new_beside_a_known_one() throws Exception {
        List<Step> fresh = fresh(runs(1.25, 1.251, 1.249, 1.25, 1.251, 1.249, 1.25, 1.6));
        assertThat(fresh).hasSize(1);
        assertThat(fresh.get(0).since().id()).isEqualTo("run-15");
        assertThat(fresh.get(0).before()).isEqualTo(7);
    }

    @Test
    void the_way_back_is_a_step_of_its_own() throws Exception {
        List<Step> fresh = fresh(runs(1.25, 1.251, 1.249, 1.25, 1.251, 1.249, 1));
        assertThat(fresh).hasSize(1);
        assertThat(fresh.get(0).since().id()).isEqualTo("run-14");
        assertThat(fresh.get(0).slower()).isFalse();
    }

    @Test
    void nothing_stepped() throws Exception {
        assertThat(fresh(runs(1.001, 0.999))).isEmpty();
    }

    @Test
    void what_came_and_went_is_not_told_when_it_comes_again() throws Exception {
        assertThat(fresh(runs(1.055))).hasSize(1);
        assertThat(fresh(runs(1.055, 1.04))).isEmpty();
        List<Step> all = Step.all(runs(1.055, 1.04, 1.06)
                .history(
                        name -> true,
                        Rules.of(
                                BudgetsFile.empty("budgets.yaml"),
                                DeclaredRules.NONE,
                                List.of(NAME),
                                List.of(NAME),
                                LocalDate.of(2026, 1, 31))));
        assertThat(all).hasSize(1);
        assertThat(fresh(runs(1.055, 1.04, 1.06))).isEmpty();
    }

    @Test
    void what_came_and_went_longer_ago_is_told() throws Exception {
        assertThat(fresh(runs(1.033))).hasSize(1);
        assertThat(fresh(runs(1.033, 1.022, 1.025, 1.05))).hasSize(1);
    }

    @Test
    void another_machine_has_no_step() throws Exception {
        List<Held> runs = new ArrayList<>(runs().runs());
        runs.add(run(
                8,
                2e-3,
                new Conditions(
                        Optional.of("Intel Xeon"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        assertThat(fresh(new PastRuns(runs, List.of()))).isEmpty();
    }

    /** Runs beside one release, whose times are those of three machines, with the ratios given. */
    private static PastRuns beside(double... ratios) {
        List<Held> runs = new ArrayList<>();
        for (int i = 0; i < ratios.length; i++) {
            RunSummary run = run(i, 1e-3 * (1 + i % 3), Conditions.UNKNOWN).summary();
            CaseSummary one = run.cases().get(0);
            CaseSummary compared = new CaseSummary(
                    one.key(),
                    one.conditions(),
                    one.seconds(),
                    0,
                    Values.NONE,
                    0,
                    Optional.of(new Interval(ratios[i] * 0.99, ratios[i], ratios[i] * 1.01, 0.95)));
            runs.add(new Held(
                    RunStore.in(Path.of("")),
                    run.id(),
                    new RunSummary(
                            run.id(),
                            run.started(),
                            Optional.of(String.format("%040x", i + 1)),
                            false,
                            Optional.of(new CheckedOut(Optional.of("v1.4"), Optional.of("f".repeat(40)), false)),
                            List.of(compared))));
        }
        return new PastRuns(runs, List.of());
    }

    @Test
    void of_ratios_to_a_release_the_steps_are_told_and_not_those_of_the_machines() throws Exception {
        assertThat(fresh(beside(1, 1.001, 0.999, 1, 1.001, 0.999, 1, 1.001))).isEmpty();

        List<Step> fresh = fresh(beside(1, 1.001, 0.999, 1, 1.001, 0.999, 1, 1.001, 1.25));

        assertThat(fresh).hasSize(1);
        assertThat(fresh.get(0).anchor().orElseThrow()).startsWith("v1.4");
        assertThat(fresh.get(0).since().id()).isEqualTo("run-8");
        assertThat(new StepsView(fresh, Optional.empty(), Optional.empty()).sentence())
                .isEqualTo("1 new change point, slower");
        assertThat(Templates.own().steps(new StepsView(fresh, Optional.empty(), Optional.empty()), true))
                .contains("| +0.01 %<br>8 runs | +25.0 %<br>1 run |");
    }

    /** The last of 20 commits, then the others in pairs from both ends, then the last one again and again; it is slow since the tenth. */
    private static PastRuns filled(int more) {
        List<Integer> measured = new ArrayList<>(List.of(19));
        for (int i = 0; i < 9; i++) {
            measured.addAll(List.of(i, 18 - i));
        }
        measured.add(9);
        for (int i = 0; i < more; i++) {
            measured.add(19);
        }
        List<Held> runs = new ArrayList<>();
        for (int i = 0; i < measured.size(); i++) {
            int commit = measured.get(i);
            RunSummary run = run(i, (commit < 10 ? 1e-3 : 1.25e-3) + i % 2 * 1e-6, Conditions.UNKNOWN)
                    .summary();
            runs.add(new Held(
                    RunStore.in(Path.of("")),
                    run.id(),
                    new RunSummary(
                            run.id(), run.started(), Optional.of("c" + commit), false, Optional.empty(), run.cases())));
        }
        return new PastRuns(runs, List.of());
    }

    @Test
    void an_old_step_is_not_new_when_the_last_commit_is_measured_after_those_of_the_past() throws Exception {
        CommitGraph commits = CommitGraph.of(IntStream.range(0, 20).mapToObj(commit -> "c" + commit), Optional.empty());
        for (int more = 0; more < 4; more++) {
            PastRuns runs = filled(more);
            assertThat(fresh(runs, commits)).isEmpty();
            List<CaseName> known = List.of(NAME);
            List<Step> all = Step.all(runs.history(
                    name -> true,
                    Rules.of(
                            BudgetsFile.empty("budgets.yaml"),
                            DeclaredRules.NONE,
                            known,
                            known,
                            LocalDate.of(2026, 1, 31)),
                    commits));
            assertThat(all.stream().map(step -> step.since().commit().orElseThrow()))
                    .containsExactly("c10");
        }
    }

    @Test
    void a_run_that_is_not_there_brings_nothing() throws Exception {
        PastRuns runs = runs(1.25);
        List<CaseName> known = List.of(NAME);
        Rules rules = Rules.of(
                BudgetsFile.empty("budgets.yaml"), DeclaredRules.NONE, known, known, LocalDate.of(2026, 1, 31));
        assertThat(Stepped.fresh(runs, runs.without("run-99"), rules, CommitGraph.UNKNOWN))
                .isEmpty();
    }

    @Test
    void the_first_run_of_all_brings_nothing() throws Exception {
        assertThat(fresh(new PastRuns(List.of(run(0, 1e-3, Conditions.UNKNOWN)), List.of())))
                .isEmpty();
    }
}
