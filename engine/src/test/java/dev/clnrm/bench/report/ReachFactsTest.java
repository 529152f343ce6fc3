package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.reach.ReachSummary;
import dev.clnrm.bench.reach.UnmeasuredSources;
import dev.clnrm.bench.report.table.TableReport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachFactsTest {
    private static ReachFacts unmeasured(int number, List<String> files, boolean claimed) {
        ReachSummary summary =
                new ReachSummary(true, 0, 0, List.of(), Optional.of(new UnmeasuredSources(number, files)));
        return new ReachFacts(Optional.of(summary), List.of(), claimed);
    }

    @Test
    void a_changed_file_that_no_measured_jar_contains_is_a_warning() {
        ReachFacts one = unmeasured(1, List.of("src/main/java/acme/Text.java"), false);

        assertThat(one.warning().orElse(""))
                .isEqualTo("src/main/java/acme/Text.java changed, and no measured jar contains its changed class:"
                        + " this check says nothing about it");
        assertThat(one.unmeasuredCount().orElse("")).isEqualTo("1 changed source file is in no measured jar");
        assertThat(one.sentence()).isEqualTo(Optional.empty());
    }

    @Test
    void three_of_many_files_are_named() {
        ReachFacts many = unmeasured(12, List.of("A.java", "B.java", "C.java", "D.java"), true);

        assertThat(many.warning().orElse(""))
                .isEqualTo("A.java, B.java, C.java and 9 more changed, and no measured jar contains their changed"
                        + " classes: this check says nothing about them, as the run of the pull request says");
        assertThat(many.unmeasuredCount().orElse(""))
                .isEqualTo("12 changed source files are in no measured jar, as the run of the pull request says");
    }

    @Test
    void the_result_says_so_and_the_verdict_stays() {
        Comparisons comparison = Comparisons.everything();
        Report plain = comparison.view();
        Report report = plain.with(plain.facts().reaching(unmeasured(1, List.of("a/Text.java"), false)));

        assertThat(Summary.sign(report)).isEqualTo(Summary.sign(plain));
        assertThat(report.exit()).isEqualTo(plain.exit());
        assertThat(Summary.sentence(report))
                .isEqualTo(Summary.sentence(plain) + "; 1 changed source file is in no measured jar");
        assertThat(new TableReport(Style.PLAIN, true).render(report))
                .contains("warning: a/Text.java changed, and no measured jar contains its changed class");
    }

    @Test
    void a_comparison_without_a_base_does_not_look_like_one_that_found_nothing() {
        Runs run = new Runs().measure(Runs.name("s", "a"), Runs.about(1e-6, 0.01), Runs.about(8, 0.01));
        run.facts = run.facts.uncompared(Optional.of("the base does not build"));

        assertThat(Summary.sign(run.view())).isEqualTo(StatusLabel.NEW);
        assertThat(Summary.sentence(run.view()))
                .isEqualTo("nothing compared: the base does not build; measured 1 of 1 case; no budgets set");
    }
}
