package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.Bytes;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.JmhJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownNamesTest {
    private static final CaseName OF_FILE = JmhJson.caseName("org.acme.Map.get", Map.of("n", "10"));
    private static final CaseName OF_RUN = JmhJson.caseName("legacy/org.acme.Map.get", Map.of("n", "10"));

    private static BudgetsFile file(String... lines) throws DeclarationException {
        return RunParts.file("suites:\n  legacy: {jar: a.jar}\n" + String.join("\n", lines));
    }

    private static Rules expected(BudgetsFile file, CaseName name) throws DeclarationException {
        return Rules.of(file, DeclaredRules.NONE, List.of(name), List.of(name), RunParts.TODAY);
    }

    private static Budget budget(BudgetsFile file, CaseName name) throws DeclarationException {
        return expected(file, name).budgets().getOrDefault(name, Budget.NONE);
    }

    private static List<String> unmatched(BudgetsFile file, CaseName... known) {
        return Unmatched.of(file, List.of(known)).stream()
                .map(one -> one.what() + " " + one.rule() + " " + one.place().toLine() + " " + one.near())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legacy/org.acme.Map.get",
                "org.acme.Map/get",
                "org.acme.Map.get",
                "'org.acme.Map.get{n=10}'",
                "'legacy/org.acme.Map.get{n=10}'",
                "'org.acme.Map/*'",
                "'org.acme.*'",
                "'legacy/org.acme.*'",
                "'legacy/*'"
            })
    void a_budget_under_one_name_holds_under_all(String rule) throws DeclarationException {
        BudgetsFile file = file("budgets:", "  " + rule + ": 1 ns");

        for (CaseName name : List.of(OF_FILE, OF_RUN)) {
            assertThat(budget(file, name).time()).isPresent();
            assertThat(unmatched(file, name)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"core/open, open", "core/reuse/first, first"})
    void a_rule_may_name_only_the_last_part(String benchmark, String rule) throws DeclarationException {
        CaseName name = DeclaredForks.name(benchmark);

        assertThat(budget(file("budgets:", "  " + rule + ": 1 ns"), name).time())
                .isPresent();
        assertThat(budget(file("budgets:", "  reuse: 1 ns"), name).time()).isEmpty();
    }

    @Test
    void a_rule_for_all_of_one_of_several_absent_suites_holds_for_nothing() throws DeclarationException {
        BudgetsFile file =
                RunParts.file("suites: {legacy: {jar: a.jar}, other: {jar: b.jar}}", "budgets:", "  legacy/*: 1 ns");

        assertThat(budget(file, OF_FILE).time()).isEmpty();
        assertThat(budget(file, OF_RUN).time()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "core/sh*; core/shut",
                "shut; core/shut",
                "core/open; core/open{n=1}",
                "core/op*{n=*}; core/open{n=1}",
                "core/*{level=low}; core/sized{level=low,n=1}",
                "core/*; core/*",
                "core/sized; core/sized"
            })
    void a_law_gets_the_full_name_of_a_case_that_it_matches_alone(String written, String full) {
        List<CaseName> known = List.of(
                DeclaredForks.name("core/shut"),
                DeclaredForks.name("core/open", "n=1"),
                DeclaredForks.name("core/sized", "level=low", "n=1"),
                DeclaredForks.name("core/sized", "level=high", "n=1"));

        assertThat(new KnownNames(known).laws(new Law.Ratio("cheap", written, "nowhere", 2, Place.UNKNOWN)))
                .containsExactly(new Law.Ratio("cheap", full, "nowhere", 2, Place.UNKNOWN));
        assertThat(new KnownNames(known).laws(new Law.Ratio("cheap", "core/x*", "nowhere", 2, Place.UNKNOWN)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "core/si*; core/sized",
                "core/si*{level=l*}; core/sized{level=low}",
                "'core/sized{n=*,level=low}'; core/sized{level=low}",
                "core/*; core/*"
            })
    void a_law_over_a_parameter_gets_the_full_name_of_its_series(String written, String full) {
        List<CaseName> known = List.of(
                DeclaredForks.name("core/shut"),
                DeclaredForks.name("core/sized", "level=low", "n=1"),
                DeclaredForks.name("core/sized", "level=low", "n=2"),
                DeclaredForks.name("core/sized", "level=high", "n=1"));

        assertThat(new KnownNames(known).laws(RunParts.linear(written))).containsExactly(RunParts.linear(full));
    }

    @Test
    void a_rule_of_another_suite_or_class_holds_for_nothing() throws DeclarationException {
        BudgetsFile file =
                file("budgets:", "  other/org.acme.Map.get: 1 ns", "  org.acme.Other/get: 1 ns", "  legacy/get: 1 ns");

        for (CaseName name : List.of(OF_FILE, OF_RUN)) {
            assertThat(budget(file, name).time()).isEmpty();
        }
    }

    @Test
    void a_waiver_under_one_name_holds_under_all() throws DeclarationException {
        BudgetsFile file = file("waivers:", "  - {case: legacy/org.acme.Map.get, until: 2026-03-01, because: known}");

        for (CaseName name : List.of(OF_FILE, OF_RUN)) {
            assertThat(expected(file, name).waivers()).containsKey(name);
        }
    }

    @Test
    void a_law_under_one_name_holds_under_all() {
        CaseName put = JmhJson.caseName("org.acme.Map.put", Map.of());
        CaseName get = JmhJson.caseName("org.acme.Map.get", Map.of());
        Law law = new Law.Ratio("cheap", "org.acme.Map.put", "org.acme.Map/get", 2, Place.UNKNOWN);

        assertThat(new KnownNames(List.of(put, get)).laws(law))
                .containsExactly(new Law.Ratio("cheap", "org.acme.Map/put", "org.acme.Map/get", 2, Place.UNKNOWN));
    }

    @Test
    void a_law_holds_for_each_variant() {
        CaseName put = JmhJson.caseName("org.acme.Map.put", Map.of());
        CaseName get = JmhJson.caseName("org.acme.Map.get", Map.of());
        Law law = new Law.Ratio("cheap", "org.acme.Map/put", "org.acme.Map/get", 2, Place.UNKNOWN);

        List<CaseName> known = List.of(
                put.variant("1 thread"), put.variant("8 threads"), get.variant("1 thread"), get.variant("8 threads"));
        assertThat(new KnownNames(known).laws(law))
                .containsExactly(
                        new Law.Ratio(
                                "cheap [1 thread]",
                                "org.acme.Map/put [1 thread]",
                                "org.acme.Map/get [1 thread]",
                                2,
                                Place.UNKNOWN),
                        new Law.Ratio(
                                "cheap [8 threads]",
                                "org.acme.Map/put [8 threads]",
                                "org.acme.Map/get [8 threads]",
                                2,
                                Place.UNKNOWN))
                .inOrder();
        assertThat(new KnownNames(List.of(put.variant("1 thread"), put.variant("8 threads"), get))
                        .laws(law).stream().map(one -> ((Law.Ratio) one).faster()))
                .containsExactly("org.acme.Map/get", "org.acme.Map/get");
    }

    @Test
    void a_budget_holds_for_every_variant() throws DeclarationException {
        BudgetsFile file = file("budgets:", "  org.acme.Map/get: {allocation: 8 B}");
        CaseName variant = OF_FILE.variant("8 threads");

        assertThat(budget(file, variant).allocation().orElseThrow().atMost()).isEqualTo(new Bytes(8));
    }

    @Test
    void what_holds_for_nothing_is_named_with_its_place_and_the_nearest() throws DeclarationException {
        BudgetsFile file = file(
                "budgets:",
                "  org.acme.Map/gett: 1 ns",
                "  nonsense/*: 1 ns",
                "  'org.acme.Map/get{n=11}': 1 ns",
                "waivers:",
                "  - {case: org.acme.Map.geet, until: 2026-03-01, because: known}");

        assertThat(unmatched(file, OF_FILE))
                .containsExactly(
                        "budget org.acme.Map/gett budgets.yaml:5 [org.acme.Map/get]",
                        "budget nonsense/* budgets.yaml:6 []",
                        "budget org.acme.Map/get{n=11} budgets.yaml:7 [org.acme.Map/get{n=10}]",
                        "waiver org.acme.Map.geet budgets.yaml:9 [org.acme.Map/get]")
                .inOrder();
    }

    @Test
    void a_suite_that_is_declared_and_was_not_measured_may_well_be_right() throws DeclarationException {
        BudgetsFile file = file("budgets:", "  legacy/org.acme.Set.add: 1 ns", "  legacy/scenario: 1 ns");

        assertThat(unmatched(file, OF_FILE)).isEmpty();
        assertThat(unmatched(file, OF_RUN)).hasSize(2);
    }

    @Test
    void a_class_that_was_measured_tells_a_mistyped_method_of_an_absent_suite() throws DeclarationException {
        BudgetsFile file = file("budgets:", "  legacy/org.acme.Map.gett: 1 ns");

        assertThat(unmatched(file, OF_FILE))
                .containsExactly("budget legacy/org.acme.Map.gett budgets.yaml:5 [org.acme.Map/get]");
    }

    @Test
    void each_part_of_a_law_is_looked_for() throws DeclarationException {
        BudgetsFile file = file("laws:", "  cheap: {ratio: [org.acme.Map/get, org.acme.Map/pet], at least: 2 x}");

        assertThat(unmatched(file, OF_FILE)).containsExactly("law org.acme.Map/pet budgets.yaml:5 [org.acme.Map/get]");
    }
}
