package dev.clnrm.bench.config;

import static com.google.common.truth.Truth.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetChangesTest {
    private static final String BASE = "version: 1\nbudgets:\n  s/a:\n    time: at most 1 us\n";

    private static BudgetsFile file(String text) throws DeclarationException {
        return BudgetsReader.read("budgets.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> changes(String head) throws DeclarationException {
        return BudgetChanges.between(file(BASE), file(head));
    }

    @Test
    void the_same_words_change_nothing() throws DeclarationException {
        assertThat(changes("# a comment\n" + BASE)).isEmpty();
    }

    @Test
    void a_raised_budget_is_told() throws DeclarationException {
        assertThat(changes(BASE.replace("1 us", "9 s")))
                .containsExactly("budgets, s/a: {time: at most 9 s}, where the base has {time: at most 1 us}");
    }

    @Test
    void the_same_amount_in_other_words_changes_nothing() throws DeclarationException {
        assertThat(changes("version: 1\nfail-on: regression\nbudgets: {s/a: 1000 ns}\n"))
                .isEmpty();
    }

    @Test
    void a_removed_budget_is_told() throws DeclarationException {
        assertThat(changes("version: 1\n"))
                .containsExactly("budgets, s/a: nothing, where the base has {time: at most 1 us}");
    }

    @Test
    void what_fails_and_what_counts_as_nothing_is_told() throws DeclarationException {
        assertThat(changes(BASE + "fail-on: never\ntolerance: 40 %\n"))
                .containsExactly(
                        "fail-on: never, where the base has nothing", "tolerance: 40 %, where the base has nothing");
    }

    @Test
    void a_waiver_is_told() throws DeclarationException {
        assertThat(changes(BASE + "waivers:\n- case: s/a\n  until: 2999-01-01\n  because: later\n"))
                .containsExactly(
                        "waivers, s/a: {case: s/a, until: 2999-01-01, because: later}, where the base has nothing");
    }

    @Test
    void what_is_built_is_no_budget() throws DeclarationException {
        assertThat(changes(BASE + "build: make\n")).isEmpty();
    }
}
