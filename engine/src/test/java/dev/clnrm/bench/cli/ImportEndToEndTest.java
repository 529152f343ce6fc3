package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history leaves for another tool and comes back. */
@Tag("slow")
class ImportEndToEndTest {
    private static final String BUDGETS = "src/test/resources/dev/clnrm/bench/cli/report-budgets.yaml";

    @TempDir
    private Path folder = Path.of("");

    private static CommandLineRun history(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(
                java.util.stream.Stream.concat(java.util.stream.Stream.of("history"), java.util.stream.Stream.of(words))
                        .toArray(String[]::new));
        assertWithMessage(run.err()).that(run.stackTrace()).isFalse();
        return run;
    }

    @Test
    void what_is_exported_as_data_js_is_imported_once_with_the_same_times() throws Exception {
        Path runs = folder.resolve("runs");
        for (int day = 0; day < 3; day++) {
            new SampleRun(6, List.of(JournalEntry.HEAD), 4, 100 + day, 1)
                    .write(
                            runs.resolve("day-" + day),
                            Instant.parse("2026-01-31T12:00:00Z").plusSeconds(86_400L * day));
        }
        CommandLineRun exported = history("*", "--store", runs.toString(), "--file", BUDGETS, "--format", "data-js");
        assertWithMessage(exported.err()).that(exported.status()).isEqualTo(0);
        Path file = Files.writeString(folder.resolve("data.js"), exported.out());
        String store = folder.resolve("imported").toString();

        CommandLineRun first = history("import", file.toString(), "--store", store, "--file", BUDGETS);
        assertWithMessage(first.err()).that(first.status()).isEqualTo(0);
        assertThat(first.err()).contains("3 runs stored in");
        assertThat(history("import", file.toString(), "--store", store, "--file", BUDGETS)
                        .err())
                .contains("0 runs stored in");

        String there = history("*", "--store", store, "--file", BUDGETS, "--format", "csv")
                .out();
        assertThat(there.lines().count())
                .isEqualTo(history("*", "--store", runs.toString(), "--file", BUDGETS, "--format", "csv")
                        .out()
                        .lines()
                        .count());
    }

    @Test
    void text_of_a_file_controls_no_terminal() throws Exception {
        String entries = "{\"entries\": {\"x\": [{\"date\": 1769860800000, \"benches\": ["
                + "{\"name\": \"a\", \"value\": 1, \"unit\": \"\\n::error::\\u001b[2J\"},"
                + " {\"name\": \"b\", \"value\": null, \"unit\": \"ns/op\"},"
                + " {\"name\": \"c\", \"value\": 1, \"unit\": \"ns/op\"}]}]}}";
        Path data = Files.writeString(folder.resolve("data.js"), entries);
        Path result = Files.writeString(
                folder.resolve("2026-01-31.json"),
                "[{\"benchmark\": \"a.b\\u001b[2J\", \"primaryMetric\": {\"score\": 1, \"scoreUnit\": \"\\u001b[2J\"}}]");
        String store = folder.resolve("store").toString();

        CommandLineRun stored = history("import", data.toString(), "--store", store, "--file", BUDGETS);
        assertThat(stored.err()).contains("omitted: ␊∷error∷␛[2J\n");
        assertThat(stored.err()).contains("note: " + data + ": 1 result without a value is omitted\n");
        assertThat(stored.err()).contains("1 run stored in");
        CommandLineRun refused = history("import", result.toString(), "--store", store, "--file", BUDGETS);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("the result of a.b␛[2J has the unit `␛[2J`");
    }

    @Test
    void a_result_file_is_dated_by_its_name() throws Exception {
        String result =
                "[{\"jmhVersion\": \"1.37\", \"benchmark\": \"org.acme.Parsing.small\", \"mode\": \"avgt\", \"threads\": 1,"
                        + " \"forks\": 2, \"jdkVersion\": \"17.0.1\", \"vmName\": \"OpenJDK\", \"warmupIterations\": 1, \"warmupTime\": \"1 s\","
                        + " \"measurementIterations\": 2, \"measurementTime\": \"1 s\", \"primaryMetric\": {\"score\": 1.0,"
                        + " \"scoreUnit\": \"us/op\", \"rawData\": [[1.0, 1.1], [1.2, 1.1]]}}]";
        Path dated = Files.writeString(folder.resolve("2026-01-31-3f2c1ab.json"), result);
        Path undated = Files.writeString(folder.resolve("result.json"), result);
        String store = folder.resolve("store").toString();

        CommandLineRun stored =
                history("import", dated.toString(), "--suite", "benchmarks", "--store", store, "--file", BUDGETS);
        assertWithMessage(stored.err()).that(stored.status()).isEqualTo(0);
        assertThat(history("benchmarks/org.acme.Parsing.small", "--store", store, "--file", BUDGETS, "--format", "csv")
                        .out())
                .contains("2026-01-31");

        CommandLineRun refused = history("import", undated.toString(), "--store", store, "--file", BUDGETS);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("does not begin with the date of its measurement");
    }
}
