package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From kept runs to a site. */
@Tag("slow")
class DashboardEndToEndTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");
    private static final String BUDGETS = "src/test/resources/dev/clnrm/bench/cli/report-budgets.yaml";

    @TempDir
    private Path temporary = Path.of("");

    @BeforeEach
    void measure() {
        for (int day = 0; day < 12; day++) {
            new SampleRun(20, List.of(JournalEntry.HEAD), 4, 100 + day, day < 7 ? 1 : 1.25)
                    .write(temporary.resolve("runs/day-" + day), FIRST.plusSeconds(86_400L * day));
        }
    }

    private CommandLineRun dashboard() throws Exception {
        CommandLineRun run = CommandLineRun.of(
                "dashboard",
                "--runs",
                temporary.resolve("runs").toString(),
                "--file",
                BUDGETS,
                "--out",
                temporary.resolve("site").toString());
        assertWithMessage(run.err()).that(run.stackTrace()).isFalse();
        return run;
    }

    @Test
    void a_site_is_written_over_the_one_before() throws Exception {
        for (int time = 0; time < 2; time++) {
            CommandLineRun run = dashboard();
            assertWithMessage(run.err()).that(run.status()).isEqualTo(0);
            assertThat(run.out()).isEqualTo(temporary.resolve("site/index.html") + "\n");
        }
        String index = Files.readString(temporary.resolve("site/index.html"));
        assertThat(index).contains("20 cases over 12 runs");
        assertThat(index).contains("suites/parsing.html");
        assertThat(Files.exists(temporary.resolve("site/suites/collections.html")))
                .isTrue();
        JsonNode numbers = new ObjectMapper()
                .readTree(temporary.resolve("site/data/history.json").toFile());
        assertThat(numbers.path("runs")).hasSize(12);
        JsonNode points = numbers.path("cases").path(0).path("series").path(0).path("points");
        assertThat(points).hasSize(12);
        assertThat(points.path(7).path("step").path("after").asDouble()
                        / points.path(7).path("step").path("before").asDouble())
                .isWithin(0.03)
                .of(1.25);
    }

    @Test
    void a_folder_that_is_something_else_is_status_2_and_left_as_it_was() throws Exception {
        Files.writeString(Files.createDirectory(temporary.resolve("site")).resolve("thesis.txt"), "mine");
        CommandLineRun run = dashboard();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("holds `thesis.txt`, which no dashboard wrote");
        assertThat(Files.readString(temporary.resolve("site/thesis.txt"))).isEqualTo("mine");
    }
}
