package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataJsTest {
    /** As github-action-benchmark writes it for JMH results, without what only its chart needs. */
    private static final String FILE = """
            window.BENCHMARK_DATA = {
              "lastUpdate": 1769860800000,
              "repoUrl": "https://github.com/acme/parser",
              "entries": {
                "Benchmark": [
                  {
                    "commit": {"id": "3f2c1ab", "message": "Parse faster", "url": "https://github.com/acme/parser/commit/3f2c1ab"},
                    "date": 1769860800000,
                    "tool": "jmh",
                    "benches": [
                      {"name": "org.acme.Parsing.small", "value": 2.5, "unit": "us/op", "extra": "iterations: 5\\nforks: 1"},
                      {"name": "org.acme.Parsing.large ( {\\"size\\":\\"10\\"} )", "value": 4000, "unit": "ops/ms"},
                      {"name": "loop", "value": 12, "unit": "ns/iter", "range": "± 3"},
                      {"name": "heap", "value": 12, "unit": "MiB"}
                    ]
                  }
                ]
              }
            };
            """;

    @TempDir
    private Path folder = Path.of("");

    private DataJs read(String text) throws IOException {
        return DataJs.read(Files.writeString(folder.resolve("data.js"), text));
    }

    @Test
    void times_and_rates_are_read_in_base_units_and_others_are_named() throws IOException {
        DataJs data = read(FILE);

        assertThat(data.omitted()).containsExactly("MiB");
        DatedResults run = data.runs().get(0);
        assertThat(run.when()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(run.commit()).hasValue("3f2c1ab");
        List<JmhResult> results = run.results();
        assertThat(results.stream().map(one -> one.samples().name().toString() + " " + one.mode()))
                .containsExactly(
                        "org.acme.Parsing/small AVERAGE",
                        "org.acme.Parsing/large{size=10} THROUGHPUT",
                        "jmh/loop AVERAGE")
                .inOrder();
        assertThat(results.stream()
                        .map(one ->
                                one.samples().forks().get(0).samples().values().get(0)))
                .containsExactly(2.5e-6, 4e6, 1.2e-8)
                .inOrder();
    }

    @Test
    void what_is_no_such_file_is_refused_with_its_place() {
        UnreadableFileException refused = assertThrows(
                UnreadableFileException.class, () -> read(FILE.replace("\"date\": 1769860800000,", "\"date\": now,")));
        assertThat(refused).hasMessageThat().contains("data.js:8");
        assertThat(assertThrows(UnreadableFileException.class, () -> read("[]")))
                .hasMessageThat()
                .contains("data.js");
    }

    @Test
    void bencher_gives_latency_in_nanoseconds_and_throughput_a_second() throws IOException {
        Path file = Files.writeString(
                folder.resolve("b.json"),
                "{\"parse\": {\"latency\": {\"value\": 88.0, \"lower_value\": 87.4}}, \"put\": {\"throughput\": {\"value\": 5}}}");
        List<JmhResult> results = BencherJson.read(file).results();
        assertThat(results.stream().map(JmhResult::mode)).containsExactly(Mode.AVERAGE, Mode.THROUGHPUT);
        assertThat(results.get(0).samples().forks().get(0).samples().values().get(0))
                .isWithin(1e-20)
                .of(8.8e-8);
        Path other = Files.writeString(folder.resolve("o.json"), "{\"parse\": {\"memory\": {\"value\": 88}}}");
        assertThat(assertThrows(UnreadableFileException.class, () -> BencherJson.read(other)))
                .hasMessageThat()
                .contains("has no `latency`");
    }

    @Test
    void a_result_without_a_value_is_omitted_and_counted() throws IOException {
        DataJs data = read(FILE.replace("\"value\": 2.5", "\"value\": null")
                .replace("\"value\": 4000, ", "")
                .replace(
                        "{\"name\": \"loop\"",
                        "{\"name\": \"a\", \"value\": -1, \"unit\": \"ns/op\"},"
                                + " {\"name\": \"b\", \"value\": 1e999, \"unit\": \"ns/op\"}, {\"name\": \"loop\""));
        assertThat(data.missing()).isEqualTo(4);
        assertThat(data.runs().get(0).results().stream()
                        .map(one -> one.samples().name().toString()))
                .containsExactly("jmh/loop");
        Path file = Files.writeString(
                folder.resolve("b.json"),
                "{\"parse\": {\"latency\": {\"value\": null}, \"throughput\": {}}, \"put\": {\"throughput\": {\"value\": 5}}}");
        BencherJson bencher = BencherJson.read(file);
        assertThat(bencher.missing()).isEqualTo(2);
        assertThat(bencher.results()).hasSize(1);
    }
}
