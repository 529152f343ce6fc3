package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.CasePattern;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "'',   '',         core/open, true",
        "core, '',         core/open, true",
        "core, '',         util/open, false",
        "'',   OPEN,       core/open, true",
        "'',   shut,       core/open, false",
        "'',   shut open,  core/open, true",
        "core, open,       util/open, false",
        "core, shut,       core/open, false"
    })
    void a_case_is_selected_by_its_suite_and_by_one_of_the_filters(
            String suites, String filters, String name, boolean selected) {
        Selection selection = new Selection(words(suites), words(filters), false);

        assertThat(selection.owes(DeclaredForks.name(name))).isEqualTo(selected);
    }

    @ParameterizedTest
    @CsvSource({
        "'',   '',   false, core/*,    true",
        "'',   '',   true,  core/open, false",
        "core, '',   false, core/*,    true",
        "core, '',   false, util/*,    false",
        "core, '',   false, open,      false",
        "'',   core, false, core/*,    false",
        "'',   open, false, core/open, true",
        "'',   shut, false, core/open, false"
    })
    void what_is_certainly_selected_is_owed(
            String suites, String filters, boolean shard, String pattern, boolean owed) {
        Selection selection = new Selection(words(suites), words(filters), shard);

        assertThat(selection.owes(Selection.standIn(pattern))).isEqualTo(owed);
    }

    @Test
    void a_pattern_without_a_suite_may_mean_any() {
        assertThat(Selection.standIn("open{n=1}")).isEqualTo(new CaseName("*", "open", Map.of("n", "1")));
        assertThat(Selection.standIn(CasePattern.parse("core/open{n=1}").orElseThrow()))
                .isEqualTo(DeclaredForks.name("core/open", "n=1"));
    }

    @Test
    void a_reference_that_is_no_pattern_stands_for_itself() {
        assertThat(Selection.standIn("core/open{n}")).isEqualTo(new CaseName("core", "open{n}", Map.of()));
    }

    @Test
    void a_suite_is_selected_as_a_whole_unless_a_shard_or_a_filter_takes_only_some_of_it() throws DeclarationException {
        BudgetsFile file = RunParts.file("suites: {core: {jar: a.jar}, util: {jar: b.jar}}");

        assertThat(Selection.ALL.suites(file)).containsExactly("core", "util").inOrder();
        assertThat(new Selection(List.of("util"), List.of(), false).suites(file))
                .containsExactly("util");
        assertThat(new Selection(List.of(), List.of(), true).suites(file)).isEmpty();
        assertThat(new Selection(List.of(), List.of("open"), false).suites(file))
                .isEmpty();
    }
}
