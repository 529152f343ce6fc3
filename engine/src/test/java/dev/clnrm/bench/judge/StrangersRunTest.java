package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.TODAY;
import static dev.clnrm.bench.judge.RunParts.atMost;
import static dev.clnrm.bench.judge.RunParts.declared;
import static dev.clnrm.bench.judge.RunParts.file;
import static dev.clnrm.bench.judge.RunParts.forks;
import static dev.clnrm.bench.judge.RunParts.linear;
import static dev.clnrm.bench.judge.RunParts.ratio;
import static dev.clnrm.bench.judge.RunParts.side;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.stats.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StrangersRunTest {
    private static final Place CLAIMED = new Place("declared by the run itself", 0, 0);
    private static final Selection SHARD = new Selection(List.of(), List.of(), true);

    /** The rules for a run that has samples of these cases. */
    private static Rules rules(BudgetsFile file, DeclaredRules code, Selection selection, String... measured)
            throws DeclarationException {
        CaseSamples[] cases = Arrays.stream(measured).map(RunParts::forks).toArray(CaseSamples[]::new);
        return Rules.ofStranger(file, RunSamples.of(side(cases), code), selection, false, TODAY);
    }

    private static Rules rules(BudgetsFile file, String... measured) throws DeclarationException {
        return rules(file, DeclaredRules.NONE, Selection.ALL, measured);
    }

    @Test
    void a_base_is_owed_if_a_comparison_was_asked_for() throws DeclarationException {
        RunSamples run = RunSamples.of(side(forks("core/open")), DeclaredRules.NONE);

        assertThat(Rules.ofStranger(file(), run, Selection.ALL, true, TODAY).owed())
                .isEqualTo(new Rules.Owed(Set.of(OPEN), true));
        assertThat(Rules.ofStranger(file(), run, Selection.ALL, false, TODAY).owed())
                .isEqualTo(new Rules.Owed(Set.of(OPEN), false));
    }

    @Test
    void a_case_that_the_file_names_is_owed_with_its_budget() throws DeclarationException {
        BudgetsFile file = file("budgets:", "  core/gone: 1 us", "  core/open: 2 us");
        CaseName gone = DeclaredForks.name("core/gone");
        Rules rules = rules(file, "core/open");

        assertThat(rules.owed().cases()).containsExactly(OPEN, gone);
        assertThat(rules.budget(gone).time().orElseThrow().atMost()).isEqualTo(new Time(1e-6));
        assertThat(rules.budget(OPEN).time().orElseThrow().atMost()).isEqualTo(new Time(2e-6));
    }

    @Test
    void a_case_that_was_not_asked_for_is_not_owed() throws DeclarationException {
        BudgetsFile file = file("budgets:", "  util/gone: 1 us");
        Selection core = new Selection(List.of("core"), List.of(), false);

        assertThat(rules(file, DeclaredRules.NONE, core, "core/open").budgets().keySet())
                .containsExactly(OPEN);
    }

    @Test
    void a_suite_without_samples_is_owed_unless_one_of_its_cases_is() throws DeclarationException {
        BudgetsFile file = file(
                "suites: {core: {jar: a.jar}, util: {jar: b.jar}, last: {jar: c.jar}}",
                "budgets:",
                "  util/gone: 1 us");

        assertThat(rules(file, "core/open").owed().cases())
                .containsExactly(OPEN, DeclaredForks.name("util/gone"), DeclaredForks.name("last/*"));
    }

    @Test
    void of_what_code_claims_only_limits_count() throws DeclarationException {
        Limit<Bytes> bytes = Limit.atMost(new Bytes(512), RunParts.CODE);
        Change change = Change.within(0.01, RunParts.CODE);
        Budget inCode = atMost(1e-6)
                .withAllocation(bytes)
                .withTimeChange(change)
                .withAllocationChange(change)
                .withLabel("Open")
                .withCategory("Core")
                .withBecause("every test needs it")
                .withOwner("@core");
        DeclaredRules code = declared(Set.of(), Map.of("core/open", inCode));

        assertThat(rules(file(), code, Selection.ALL, "core/open").budget(OPEN))
                .isEqualTo(Budget.NONE
                        .withTime(Limit.atMost(new Time(1e-6), CLAIMED))
                        .withAllocation(Limit.atMost(new Bytes(512), CLAIMED))
                        .withTimeChange(change)
                        .withAllocationChange(change));
    }

    @Test
    void the_file_comes_before_what_code_claims() throws DeclarationException {
        DeclaredRules code = declared(Set.of(), Map.of("core/open", atMost(1)));
        BudgetsFile file = file("budgets:", "  core/open: 1 us");

        assertThat(rules(file, code, Selection.ALL, "core/open").budget(OPEN).time())
                .hasValue(Limit.atMost(new Time(1e-6), new Place("budgets.yaml", 3, 3)));
    }

    @Test
    void a_tolerance_that_code_claims_can_only_be_smaller() throws DeclarationException {
        assertThat(tolerance(0.5)).isEqualTo(0.03);
        assertThat(tolerance(0.01)).isEqualTo(0.01);
    }

    private static double tolerance(double claimed) throws DeclarationException {
        Budget inCode = Budget.NONE.withTimeChange(Change.within(claimed, RunParts.CODE));
        DeclaredRules code = declared(Set.of(), Map.of("core/open", inCode));
        return rules(file(), code, Selection.ALL, "core/open")
                .changes()
                .of(OPEN, Metric.TIME, 1e-3)
                .tolerance();
    }

    @Test
    void a_law_that_code_claims_is_one_of_the_runs_own() throws DeclarationException {
        DeclaredRules code = declared(Set.of(), Map.of(), ratio("pays", "core/slow", "core/open"));

        assertThat(rules(file(), code, Selection.ALL, "core/open", "core/slow").laws())
                .containsExactly(new Law.Ratio("pays", "core/slow", "core/open", 2, CLAIMED));
    }

    @Test
    void a_law_that_code_claims_about_a_case_left_out_is_dropped() throws DeclarationException {
        DeclaredRules code = declared(
                Set.of("core/gone", "core/steps{n=2}"),
                Map.of(),
                ratio("of a case", "core/gone", "core/open"),
                linear("core/steps"),
                ratio("kept", "core/slow", "core/open"));

        assertThat(rules(file(), code, Selection.ALL, "core/open", "core/slow", "core/steps").laws().stream()
                        .map(Law::name))
                .containsExactly("kept");
    }

    @Test
    void laws_of_the_file_come_first_and_have_the_full_names_of_cases() throws DeclarationException {
        DeclaredRules code = declared(Set.of(), Map.of(), ratio("of code", "core/slow", "core/open"));
        BudgetsFile file = file("laws:", "  of the file: {ratio: [slow, open], at least: 3 x}");
        List<Law> laws =
                rules(file, code, Selection.ALL, "core/open", "core/slow").laws();

        assertThat(laws.stream().map(Law::name))
                .containsExactly("of the file", "of code")
                .inOrder();
        assertThat(laws.get(0).references())
                .containsExactly("core/slow", "core/open")
                .inOrder();
    }

    @Test
    void a_law_of_the_file_about_a_missing_case_stays() throws DeclarationException {
        BudgetsFile file = file("laws:", "  pays: {ratio: [core/gone, core/lost], at least: 2 x}");

        assertThat(rules(file, "core/open").laws().get(0).references())
                .containsExactly("core/gone", "core/lost")
                .inOrder();
    }

    @Test
    void a_shard_is_held_to_a_law_of_the_file_if_it_has_all_its_cases() throws DeclarationException {
        BudgetsFile file = file("laws:", "  pays: {ratio: [core/slow, core/open], at least: 2 x}");

        assertThat(rules(file, DeclaredRules.NONE, SHARD, "core/open", "core/slow")
                        .laws())
                .hasSize(1);
        assertThat(rules(file, DeclaredRules.NONE, SHARD, "core/open").laws()).isEmpty();
    }

    @Test
    void an_expired_waiver_is_an_error() throws DeclarationException {
        BudgetsFile file = file("waivers:", "  - {case: core/open, until: 2026-01-30, because: known}");

        assertThrows(DeclarationException.class, () -> rules(file, "core/open"));
    }
}
