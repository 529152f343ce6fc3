package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class DeclarationsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static Declarations resolve(String yaml) throws DeclarationException {
        return Declarations.resolve(BudgetsReaderTest.read(yaml), Suites::load, TODAY);
    }

    private static DeclaredCase find(Declarations declarations, String name) {
        return declarations
                .cases()
                .filter(c -> c.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_file_overrides_the_suite_metric_by_metric() throws DeclarationException {
        Declarations declarations =
                resolve("suites: {cleanroom: {classpath: x}}\nbudgets:\n  cleanroom/cleanroom_creation: 200 us\n");
        Budget budget = find(declarations, "cleanroom/cleanroom_creation").budget();
        assertThat(budget.time()).hasValue(Limit.atMost(new Time(2e-4), new Place("budgets.yaml", 3, 3)));
        assertThat(budget.because()).hasValue("every test starts with it");
    }

    @Test
    void a_budget_of_the_suite_keeps_its_place() throws DeclarationException {
        Declarations declarations = resolve("suites: {cleanroom: {classpath: x}}");
        Budget budget = find(declarations, "cleanroom/cleanroom_creation").budget();
        assertThat(budget.time()).hasValue(Limit.atMost(new Time(1e-3), Suites.JAVA));
    }

    @Test
    void the_most_specific_rule_decides() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites: {scenario: {classpath: x}}
                        budgets:
                          "scenario/multi_step_scenario{steps=10}": 3 ms
                          "*": {time: 9 ms, allocation: 1 B}
                          scenario/*: 5 ms
                          scenario/multi_step_scenario: {time: 4 ms, because: half}
                        """);
        Budget ten =
                find(declarations, "scenario/multi_step_scenario{steps=10}").budget();
        assertThat(ten.time()).hasValue(Limit.atMost(new Time(3e-3), new Place("budgets.yaml", 3, 3)));
        assertThat(ten.because()).hasValue("half");
        assertThat(ten.allocation().orElseThrow().place()).isEqualTo(new Place("budgets.yaml", 4, 21));
        Budget one = find(declarations, "scenario/multi_step_scenario{steps=1}").budget();
        assertThat(one.time().orElseThrow().atMost()).isEqualTo(new Time(4e-3));
        Budget other = find(declarations, "scenario/creation").budget();
        assertThat(other.time().orElseThrow().atMost()).isEqualTo(new Time(5e-3));
    }

    @Test
    void a_rule_of_the_case_settles_two_of_one_rank() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites: {memory: {classpath: x}}
                        budgets: {"memory/crea*": 3 us, "memory/*tion": 4 us, memory/creation: 5 us}
                        """);
        Budget budget = find(declarations, "memory/creation").budget();
        assertThat(budget.time().orElseThrow().atMost()).isEqualTo(new Time(5e-6));
    }

    @Test
    void rules_of_one_rank_on_different_metrics_agree() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites: {memory: {classpath: x}}
                        budgets: {"memory/crea*": 3 us, "memory/*tion": 4 B}
                        """);
        Budget budget = find(declarations, "memory/creation").budget();
        assertThat(budget.time()).isPresent();
        assertThat(budget.allocation()).isPresent();
    }

    @Test
    void a_name_without_its_suite_is_found_when_only_one_suite_has_it() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites: {cleanroom: {classpath: x}, scenario: {classpath: x}}
                        performance_budgets: {cleanroom_creation: 200us, "multi_step_scenario{steps=50}": 1 ms}
                        """);
        assertThat(find(declarations, "cleanroom/cleanroom_creation")
                        .budget()
                        .time()
                        .orElseThrow()
                        .atMost())
                .isEqualTo(new Time(2e-4));
        assertThat(find(declarations, "scenario/multi_step_scenario{steps=50}")
                        .budget()
                        .time())
                .isPresent();
        assertThat(find(declarations, "scenario/multi_step_scenario{steps=10}").budget())
                .isEqualTo(Budget.NONE);
    }

    @Test
    void laws_of_the_suite_are_named_in_full_and_the_file_overrides_them() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites: {cleanroom: {classpath: x}}
                        laws:
                          tasks pay: {efficiency of: concurrent_operations, over: tasks, at: 10, at least: 200 %}
                          cheap: {overhead of: "cleanroom/concurrent_operations{tasks=1}", over: cleanroom_creation, at most: 5 %}
                        """);
        assertThat(declarations.laws())
                .containsExactly(
                        new Law.Ratio(
                                "reuse pays",
                                "cleanroom/container_reuse/first_creation",
                                "cleanroom/container_reuse/reuse_existing",
                                10,
                                Suites.JAVA),
                        new Law.Efficiency(
                                "tasks pay",
                                "cleanroom/concurrent_operations",
                                "tasks",
                                10,
                                2,
                                new Place("budgets.yaml", 3, 3)),
                        new Law.Overhead(
                                "cheap",
                                "cleanroom/concurrent_operations{tasks=1}",
                                "cleanroom/cleanroom_creation",
                                0.05,
                                new Place("budgets.yaml", 4, 3)))
                .inOrder();
    }

    @Test
    void a_law_over_one_of_two_parameters_names_the_other() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites: {scenario: {classpath: x}}
                        laws:
                          linear: {exponent of: "scenario/matrix{level=low}", over: steps, within: 1 +- 0.1}
                        """);
        assertThat(declarations.laws())
                .containsExactly(new Law.Exponent(
                        "linear", "scenario/matrix{level=low}", "steps", 0.9, 1.1, new Place("budgets.yaml", 3, 3)));
    }

    @Test
    void the_nearest_measure_decides() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites:
                          cleanroom: {classpath: x}
                          memory: {classpath: x, measure: {forks: 6}}
                          scenario: {classpath: x}
                        measure: {forks: 2, java: 21}
                        """);
        assertThat(forks(declarations, "scenario/creation")).isEqualTo(new Forks(2, 2));
        assertThat(forks(declarations, "cleanroom/cleanroom_creation")).isEqualTo(new Forks(4, 4));
        assertThat(forks(declarations, "cleanroom/container_reuse/reuse_existing"))
                .isEqualTo(new Forks(9, 9));
        assertThat(forks(declarations, "memory/creation")).isEqualTo(new Forks(6, 6));
        assertThat(declarations.cases().map(c -> c.measure().java().orElse("none")))
                .doesNotContain("none");
    }

    private static Forks forks(Declarations declarations, String name) {
        return find(declarations, name).measure().forks().orElseThrow();
    }

    @Test
    void a_waiver_warns_before_its_last_day_ends() throws DeclarationException {
        Declarations declarations = resolve("""
                        suites: {scenario: {classpath: x}}
                        waivers: [{case: "scenario/scenario_with_policy{level=high}", until: 2026-11-23, because: audit}]
                        """);
        assertThat(declarations.warnings().stream().map(Diagnostic::message))
                .containsExactly("the waiver of `scenario/scenario_with_policy{level=high}` expires in 0 days");
    }

    @Test
    void what_is_written_of_declarations_declares_the_same() throws DeclarationException {
        Declarations once = resolve("""
                        suites: {scenario: {classpath: x}, cleanroom: {classpath: x, measure: {forks: 7}}}
                        budgets: {"scenario/multi*{steps=10}": 3 ms, "scenario/matrix": {time: {at most: 1 ms, percentile: p99}}}
                        laws: {linear: {exponent of: "scenario/matrix{level=low}", over: steps, within: 1 +- 0.1}}
                        """);
        Declarations twice = resolve(BudgetsWriter.write(once));
        assertThat(twice.cases().map(c -> c.name() + " " + Placeless.of(c.budget()) + c.measure()))
                .containsExactlyElementsIn(once.cases()
                        .map(c -> c.name() + " " + Placeless.of(c.budget()) + c.measure())
                        .toList())
                .inOrder();
        assertThat(twice.laws().stream().map(Placeless::of))
                .containsExactlyElementsIn(
                        once.laws().stream().map(Placeless::of).toList())
                .inOrder();
    }
}
