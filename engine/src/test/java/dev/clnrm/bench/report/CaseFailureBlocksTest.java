package dev.clnrm.bench.report;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.judge.CaseFailure;
import dev.clnrm.bench.judge.FailedCase;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.format.Format;
import dev.clnrm.bench.report.json.JsonReport;
import dev.clnrm.bench.report.table.TableReport;
import dev.clnrm.bench.samples.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseFailureBlocksTest {
    private static final CaseName CASE = Runs.name("suite", "benchmark");

    private final Comparisons comparison = new Comparisons();

    private static CaseFailure.OnSide threw(String message, int fork) {
        return new CaseFailure.OnSide(
                new Outcome.Failed(
                        Outcome.Cause.THREW,
                        message,
                        List.of(message, "\tat a.B.c(B.java:7)"),
                        "clnrm-bench check --only b",
                        Optional.of("logs/fork-" + fork + ".log")),
                1,
                1);
    }

    private void failed(Optional<CaseFailure.OnSide> base, Optional<CaseFailure.OnSide> head) {
        comparison.onBase.add(new CaseFailure(CASE, base, head));
    }

    private String table() {
        return new TableReport(Style.PLAIN, true).render(comparison.view());
    }

    @Test
    void a_failure_of_both_sides_has_one_cause_and_two_logs() {
        failed(Optional.of(threw("java.io.IOException: no", 3)), Optional.of(threw("java.io.IOException: no", 4)));

        assertThat(table()).contains("✗ FAILED  suite/benchmark                                       on both sides\n");
        assertThat(table()).contains("    message : java.io.IOException: no\n");
        assertThat(table()).contains("    base log: logs/fork-3.log\n    head log: logs/fork-4.log\n");
        assertThat(table()).contains("it also fails without the change, so the change cannot be judged");
    }

    @Test
    void two_causes_are_both_said() {
        failed(Optional.of(threw("java.io.IOException: no", 3)), Optional.of(threw("java.lang.Error: never", 4)));

        assertThat(table()).contains("    base message : java.io.IOException: no\n");
        assertThat(table()).contains("    head message : java.lang.Error: never\n");
    }

    @Test
    void a_failure_of_the_base_alone_says_that_the_case_is_like_a_new_one() {
        failed(Optional.of(threw("java.io.IOException: no", 3)), Optional.empty());

        assertThat(table()).contains("on the base alone\n");
        assertThat(table()).contains("    base log: logs/fork-3.log\n");
        assertThat(table()).contains("it is treated like a new case\n");
    }

    @Test
    void a_program_reads_of_each_side_where_it_failed_and_the_log() {
        failed(Optional.of(threw("java.io.IOException: no", 3)), Optional.empty());
        String json = new JsonReport().render(comparison.view());

        assertThat(json)
                .contains(
                        "\"log\": \"logs/fork-3.log\",\n      \"side\": \"base\",\n      \"failed_on\": \"base-alone\"");
    }

    @Test
    void the_comment_says_all_three() {
        failed(Optional.of(threw("java.io.IOException: no", 3)), Optional.empty());
        comparison.head.fail(new FailedCase(
                Runs.name("suite", "other"),
                Optional.of(threw("java.lang.Error: x", 5).how()),
                1,
                1));
        String comment = Format.MARKDOWN.renderer(Style.PLAIN).render(comparison.view());

        assertThat(comment)
                .contains(
                        "on the base alone: `java.io.IOException: no (logs/fork-3.log)` (does not affect the exit status)");
        assertThat(comment).contains("on the head alone: `java.lang.Error: x (logs/fork-5.log)`");
    }
}
