package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.TODAY;
import static dev.clnrm.bench.judge.RunParts.declared;
import static dev.clnrm.bench.judge.RunParts.file;
import static dev.clnrm.bench.judge.RunParts.linear;
import static dev.clnrm.bench.judge.RunParts.ratio;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.config.FailOn;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final CaseName SHUT = DeclaredForks.name("core/shut");
    private static final CaseName FRESH = DeclaredForks.name("core/fresh");

    private static Time limit(Rules rules, CaseName name) {
        return rules.budget(name).time().orElseThrow().atMost();
    }

    @Test
    void a_change_cannot_loosen_the_rules_of_the_base() throws DeclarationException {
        BudgetsFile base = file("fail-on: warning", "budgets:", "  core/open: 1 us");
        BudgetsFile head =
                file("fail-on: never", "budgets:", "  core/open: 9 us", "  core/shut: 9 us", "  core/fresh: 3 us");
        Rules rules = Rules.guarded(base, head, DeclaredRules.NONE, List.of(OPEN, SHUT), List.of(OPEN, SHUT, FRESH));

        assertThat(limit(rules, OPEN)).isEqualTo(new Time(1e-6));
        assertThat(rules.budget(SHUT).time()).isEmpty();
        assertThat(limit(rules, FRESH)).isEqualTo(new Time(3e-6));
        assertThat(rules.failOn()).isEqualTo(FailOn.WARNING);
    }

    private static List<Law> laws(BudgetsFile file, DeclaredRules code, CaseName... ofHead)
            throws DeclarationException {
        return Rules.of(file, code, List.of(OPEN, SHUT), List.of(ofHead), TODAY).laws();
    }

    @Test
    void a_law_of_the_file_replaces_one_of_code() throws DeclarationException {
        BudgetsFile file = file("laws:", "  in both: {ratio: [core/open, core/shut], at least: 9 x}");
        DeclaredRules code = declared(
                Set.of(),
                Map.of(),
                ratio("in both", "core/open", "core/shut"),
                ratio("in code", "core/open", "core/shut"));

        assertThat(laws(file, code, OPEN, SHUT).stream().map(law -> law.name() + " " + ((Law.Ratio) law).atLeast()))
                .containsExactly("in code 2.0", "in both 9.0")
                .inOrder();
    }

    @Test
    void a_law_about_cases_of_the_base_alone_does_not_apply() throws DeclarationException {
        BudgetsFile file = file("laws:", "  gone: {ratio: [core/open, core/shut], at least: 2 x}");

        assertThat(laws(file, DeclaredRules.NONE, FRESH)).isEmpty();
    }

    @Test
    void a_law_does_not_apply_if_one_of_its_cases_was_left_out() throws DeclarationException {
        DeclaredRules code = declared(
                Set.of("core/left", "core/open{n=2}"),
                Map.of(),
                ratio("between cases", "core/left", "core/shut"),
                linear("core/open"),
                ratio("kept", "core/open", "core/shut"));

        assertThat(laws(file(), code, OPEN, SHUT).stream().map(Law::name)).containsExactly("kept");
    }

    @Test
    void a_law_of_the_file_may_match_its_cases_by_patterns() throws DeclarationException {
        BudgetsFile file = file("laws:", "  cheap: {ratio: ['core/o*', 'core/s*'], at least: 2 x}");
        DeclaredRules left = declared(Set.of("core/shut"), Map.of());

        assertThat(laws(file, DeclaredRules.NONE, OPEN, SHUT).stream().map(Law::references))
                .containsExactly(List.of("core/open", "core/shut"));
        assertThat(laws(file, left, OPEN)).isEmpty();
    }
}
