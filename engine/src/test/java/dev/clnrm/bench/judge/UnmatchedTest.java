package dev.clnrm.bench.judge;

import static com.google.common.truth.Truth.assertThat;
import static dev.clnrm.bench.judge.RunParts.OPEN;
import static dev.clnrm.bench.judge.RunParts.forks;
import static dev.clnrm.bench.judge.RunParts.inTurns;
import static dev.clnrm.bench.judge.RunParts.side;

import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.samples.DeclaredForks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnmatchedTest {
    @Test
    void a_run_knows_what_it_measured_planned_left_out_and_removed() throws DeclarationException {
        DeclaredRules code = new DeclaredRules(
                List.of(DeclaredForks.name("core/planned")), Set.of("core/left{n=1}"), Map.of(), List.of(), Map.of());
        RunSamples run = inTurns(
                side(forks("core/base")), side(forks("core/open")), code, Set.of(), DeclaredForks.name("core/gone"));

        assertThat(unmatched(
                        run,
                        "budgets:",
                        "  core/open: 1 us",
                        "  core/base: 1 us",
                        "  core/planned: 1 us",
                        "  'core/left{n=1}': 1 us",
                        "  core/gone: 1 us",
                        "  core/none: 1 us"))
                .containsExactly("budget core/none");
    }

    private static List<String> unmatched(RunSamples run, String... lines) throws DeclarationException {
        return Unmatched.of(RunParts.file(lines), run).stream()
                .map(one -> one.what() + " " + one.rule())
                .toList();
    }

    @Test
    void both_cases_of_a_law_are_looked_for() throws DeclarationException {
        RunSamples run = RunSamples.of(side(forks("core/open")), DeclaredRules.NONE);

        assertThat(unmatched(run, "laws:", "  pays: {ratio: [core/slow, core/open], at least: 2 x}"))
                .containsExactly("law core/slow");
        assertThat(unmatched(run, "laws:", "  pays: {ratio: [core/open, core/fast], at least: 2 x}"))
                .containsExactly("law core/fast");
    }

    @Test
    void a_value_like_no_other_is_answered_by_the_cases_there_are() throws DeclarationException {
        CaseName one = DeclaredForks.name("core/open", "n=1");

        assertThat(Unmatched.of(
                                RunParts.file("budgets:", "  'core/open{level=of the highest kind}': 1 us"),
                                List.of(OPEN, one))
                        .get(0)
                        .near())
                .containsExactly("core/open", "core/open{n=1}")
                .inOrder();
    }
}
