package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.report.Golden;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From kept runs to what is printed of them. */
@Tag("slow")
class HistoryEndToEndTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path runs = Path.of("");

    @BeforeEach
    void measure() throws Exception {
        for (int day = 0; day < 12; day++) {
            Path run = new SampleRun(6, List.of(JournalEntry.HEAD), 4, 100 + day, day < 7 ? 1 : 1.25)
                    .write(runs.resolve("day-" + day), FIRST.plusSeconds(86_400L * day));
            Path file = run.resolve("run.json");
            String text =
                    Files.readString(file).replaceFirst("-[0-9a-f]{6}\"", "-" + String.format("%06x", day) + "\"");
            Files.writeString(file, day == 2 ? text.replace("AMD EPYC 7763", "Intel Xeon") : text);
        }
    }

    private CommandLineRun history(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of("history"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--runs", runs.toString(), "--file", "src/test/resources/dev/clnrm/bench/cli/report-budgets.yaml"));
        CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
        assertWithMessage(run.err()).that(run.stackTrace()).isFalse();
        return run;
    }

    @Test
    void a_table_marks_the_step_and_says_which_machines_are_not_compared() throws Exception {
        Golden.check(
                "history/table.txt", history("size=100}", "at_once_0{tasks=1}").out());
        Golden.check("history/limited.txt", history("size=100}", "--limit", "3").out());
    }

    @Test
    void programs_and_spreadsheets_get_base_units() throws Exception {
        Golden.check(
                "history/limited.json",
                history("size=100}", "--limit", "6", "--format", "json").out());
        Golden.check(
                "history/limited.csv",
                history("size=100}", "--limit", "6", "--format", "csv").out());
    }

    @Test
    void a_forecast_stands_below_each_case_and_marks_what_lay_outside() throws Exception {
        CommandLineRun table = history("size=100}", "--forecast");
        Golden.check("history/forecast.txt", table.out());
        assertThat(table.out()).contains("outside ");

        CommandLineRun json = history("size=100}", "--forecast", "--format", "json");
        JsonNode next = new ObjectMapper().readTree(json.out()).at("/cases/0/forecast");
        assertThat(next.path("tried").asInt()).isEqualTo(6);
        assertThat(next.path("inside").asInt()).isEqualTo(5);
        assertThat(next.path("high").asDouble()).isWithin(1e-9).of(4.454e-6);

        CommandLineRun csv = history("size=100}", "--forecast", "--format", "csv");
        assertThat(csv.status()).isEqualTo(2);
        assertThat(csv.err()).contains("--forecast is shown in a table or json");
    }

    @Test
    void a_wrong_name_is_answered_by_the_nearest() throws Exception {
        CommandLineRun run = history("groing_0");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("""
                        clnrm-bench: error: no case of these runs matches `groing_0`
                              help: did you mean `growing_0`?
                        """);
    }

    @Test
    void a_run_that_cannot_be_read_is_one_note() throws Exception {
        Files.writeString(runs.resolve("day-3/samples.ndjson"), "{\n{\n");
        CommandLineRun run = history("size=100}");
        assertThat(run.status()).isEqualTo(0);
        assertThat(run.err().lines().toList()).hasSize(1);
        assertThat(run.err()).startsWith("clnrm-bench: note: the run in " + runs.resolve("day-3") + " is omitted: ");
    }

    @Test
    void no_run_at_all_says_how_to_get_one() throws Exception {
        CommandLineRun run =
                CommandLineRun.of("history", "x", "--runs", runs.resolve("none").toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo(
                        "clnrm-bench: error: there is no finished run in " + runs.resolve("none")
                                + "\n      help: measure some with `clnrm-bench run`, or choose where they are: --store STORE\n");
    }

    @Test
    void a_branch_without_a_run_is_said_to_have_none() throws Exception {
        CommandLineRun run = history("size=100}", "--branch", "HEAD");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("none of the runs measured a commit that `HEAD` contains");
    }

    @Test
    void a_form_it_has_not_is_wrong_use() throws Exception {
        CommandLineRun run = history("x", "--format", "junit");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("`junit` is not one of table, json, csv, openmetrics, data-js");
    }
}
