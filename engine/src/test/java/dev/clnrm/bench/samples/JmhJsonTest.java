package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JmhJsonTest {
    /** Public files of other projects, read from the folder next to this project, or from BENCH_DATA. */
    private static final Path WILD = Path.of(System.getenv().getOrDefault("BENCH_DATA", "../../shared/data"))
            .resolve("jmh-results");

    private static final JmhResult.Vm VM = new JmhResult.Vm(
            "1.37", "/jdk/bin/java", List.of("-Xmx1g"), "17.0.15", "OpenJDK 64-Bit Server VM", "17.0.15+6");

    private static final JmhResult.Phase NO_PHASE = new JmhResult.Phase(0, 0, 1);

    private final Path folder;

    JmhJsonTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void what_is_written_has_jmhs_fields_and_jmhs_figures() throws IOException {
        Path file = folder.resolve("jmh-result.json");
        CaseSamples samples = DeclaredForks.of("core/open", "size=10")
                .fork(1e-9, 2e-9, 3e-9)
                .fork(4e-9, 6e-9)
                .samples();

        JmhJson.write(
                file,
                List.of(JmhResult.of(samples, VM, new JmhResult.Phase(3, 0.1, 1), new JmhResult.Phase(20, 2, 1))));

        JsonNode result = new ObjectMapper().readTree(file.toFile()).get(0);
        assertThat(result.properties().stream().map(Map.Entry::getKey))
                .containsExactly(
                        "jmhVersion",
                        "benchmark",
                        "mode",
                        "threads",
                        "forks",
                        "jvm",
                        "jvmArgs",
                        "jdkVersion",
                        "vmName",
                        "vmVersion",
                        "warmupIterations",
                        "warmupTime",
                        "warmupBatchSize",
                        "measurementIterations",
                        "measurementTime",
                        "measurementBatchSize",
                        "params",
                        "primaryMetric",
                        "secondaryMetrics")
                .inOrder();
        assertThat(result.get("benchmark").textValue()).isEqualTo("core/open");
        assertThat(result.get("warmupTime").textValue()).isEqualTo("100 ms");
        assertThat(result.get("measurementTime").textValue()).isEqualTo("2 s");
        assertThat(result.get("params").toString()).isEqualTo("{\"size\":\"10\"}");
        JsonNode metric = result.get("primaryMetric");
        assertThat(metric.get("scoreUnit").textValue()).isEqualTo("ns/op");
        assertThat(metric.get("rawData").toString()).isEqualTo("[[1.0,2.0,3.0],[4.0,6.0]]");
        assertThat(metric.get("score").doubleValue()).isEqualTo(3.2);
        // SciPy 1.17.1: scipy.stats.t.interval(0.999, 4, numpy.mean(x), scipy.stats.sem(x)) of x = [1, 2, 3, 4, 6]
        assertThat(metric.get("scoreConfidence").get(0).doubleValue())
                .isWithin(1e-7)
                .of(-4.2068614850356);
        assertThat(metric.get("scoreConfidence").get(1).doubleValue())
                .isWithin(1e-7)
                .of(10.606861485035814);
        assertThat(metric.get("scoreError").doubleValue()).isWithin(1e-7).of(10.606861485035814 - 3.2);
        // NumPy 2.4.6: numpy.percentile([1, 2, 3, 4, 6], [0, 50, 90], method='weibull')
        assertThat(metric.get("scorePercentiles").get("0.0").doubleValue()).isEqualTo(1.0);
        assertThat(metric.get("scorePercentiles").get("50.0").doubleValue()).isEqualTo(3.0);
        assertThat(metric.get("scorePercentiles").get("90.0").doubleValue()).isEqualTo(6.0);
        assertThat(metric.get("scorePercentiles").get("99.9999").doubleValue()).isEqualTo(6.0);
    }

    @Test
    void what_is_written_is_read_back() {
        Path file = folder.resolve("jmh-result.json");
        CaseSamples times = DeclaredForks.of("core/open").allocating(512, 513.5).samples();
        CaseSamples rates = DeclaredForks.of("core/rate", "a=1", "b=x y")
                .mode(Mode.THROUGHPUT)
                .threads(4)
                .fork(1e6, 1.5e6)
                .samples();
        CaseSamples sampled = DeclaredForks.of("core/sampled")
                .sampled(new Histogram(Values.of(1e-6, 2.5e-6), Values.of(10, 3)))
                .sampled(new Histogram(Values.of(1e-6), Values.of(7)))
                .samples();
        CaseSamples cold = DeclaredForks.of("core/cold")
                .mode(Mode.SINGLE_SHOT)
                .fork(0.25)
                .fork(0.5)
                .samples();

        JmhJson.write(
                file,
                Stream.of(times, rates, sampled, cold)
                        .map(s -> JmhResult.of(s, VM, NO_PHASE, new JmhResult.Phase(2, 0.1, 1)))
                        .toList());

        List<JmhResult> read = JmhJson.read(file);
        assertThat(read.stream().map(JmhResult::vm)).containsExactly(VM, VM, VM, VM);
        assertThat(read.get(0).samples().forks().get(0).samples().units())
                .containsExactly("gc.alloc.rate.norm", "B/op");
        assertThat(read.get(0).samples().forks().get(1).samples().secondary())
                .isEqualTo(times.forks().get(1).samples().secondary());
        List<CaseSamples> written = List.of(times, rates, sampled, cold);
        for (int i = 0; i < written.size(); i++) {
            CaseSamples was = written.get(i);
            CaseSamples is = read.get(i).samples();
            assertThat(is.name()).isEqualTo(was.name());
            assertThat(is.mode()).isEqualTo(was.mode());
            for (int fork = 0; fork < was.forks().size(); fork++) {
                assertThat(is.forks().get(fork).samples().values())
                        .isEqualTo(was.forks().get(fork).samples().values());
                assertThat(is.forks().get(fork).samples().histograms())
                        .isEqualTo(was.forks().get(fork).samples().histograms());
                assertThat(is.forks().get(fork).samples().threads())
                        .isEqualTo(was.forks().get(fork).samples().threads());
            }
        }
    }

    @Test
    void a_case_without_a_finished_fork_is_left_out() {
        Path file = folder.resolve("jmh-result.json");
        CaseSamples failed =
                DeclaredForks.of("core/open").failed(Outcome.Cause.THREW, "no").samples();

        JmhJson.write(file, List.of(JmhResult.of(failed, VM, NO_PHASE, NO_PHASE)));

        assertThat(JmhJson.read(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "avgt, ns/op, 2.5, 2.5e-9",
        "avgt, us/op, 2.5, 2.5e-6",
        "avgt, µs/op, 2.5, 2.5e-6",
        "avgt, ms/op, 2.5, 2.5e-3",
        "avgt, s/op, 2.5, 2.5",
        "avgt, min/op, 2.5, 150",
        "avgt, hr/op, 2.5, 9000",
        "avgt, day/op, 2.5, 216000",
        "ss, ms/op, 2.5, 2.5e-3",
        "thrpt, ops/ns, 0.5, 2e-9",
        "thrpt, ops/us, 0.5, 2e-6",
        "thrpt, ops/ms, 0.5, 2e-3",
        "thrpt, ops/s, 0.5, 2",
        "thrpt, ops/min, 0.5, 120",
        "avgt, ops/s, 0.5, 2",
        "thrpt, s/op, 0.5, 0.5"
    })
    void every_unit_becomes_seconds_per_operation(String mode, String unit, double value, double seconds)
            throws IOException {
        Path file = file("""
                [{"benchmark": "a.B.c", "mode": "%s", "threads": 1, "forks": 1,
                  "primaryMetric": {"rawData": [[%s]], "scoreUnit": "%s"}}]""", mode, value, unit);

        JournalEntry fork = JmhJson.read(file).get(0).samples().forks().get(0);

        assertThat(fork.samples().secondsPerOperation().get(0) / seconds)
                .isWithin(1e-15)
                .of(1);
    }

    @Test
    void secondary_metrics_lose_the_dot_jmh_put_before_them() throws IOException {
        Path file = folder.resolve("old.json");
        String text = """
                [{"benchmark": "a.B.c", "mode": "avgt", "threads": 2, "forks": 2, "jvmArgs": null, "later": {"x": [1]},
                  "primaryMetric": {"score": "NaN", "scoreError": "NaN", "rawData": [[1, "NaN", null], ["+INF"]], "scoreUnit": "s/op"},
                  "secondaryMetrics": {
                    "·gc.alloc.rate.norm": {"score": 16, "scoreUnit": "B/op", "rawData": [[16, 16], [17]]},
                    "·threads.alive": {"score": 5, "scoreUnit": "threads"}}}]""";

        for (java.nio.charset.Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            Files.write(file, text.getBytes(charset));
            JmhResult result = JmhJson.read(file).get(0);

            assertThat(result.samples().forks().get(0).samples().units())
                    .containsExactly("gc.alloc.rate.norm", "B/op", "threads.alive", "threads");
            List<JournalEntry> forks = result.samples().forks();
            assertThat(forks.get(0).samples().values()).isEqualTo(Values.of(1, Double.NaN, Double.NaN));
            assertThat(forks.get(1).samples().values()).isEqualTo(Values.of(Double.POSITIVE_INFINITY));
            assertThat(forks.get(0).samples().secondary())
                    .isEqualTo(Map.of("gc.alloc.rate.norm", Values.of(16, 16), "threads.alive", Values.of(5)));
            assertThat(forks.get(1).samples().secondary()).isEqualTo(Map.of("gc.alloc.rate.norm", Values.of(17)));
            assertThat(forks.get(1).samples().threads()).isEqualTo(2);
        }
    }

    @Test
    void without_raw_data_the_score_is_one_fork() throws IOException {
        Path file = file("""
                [{"benchmark": "c", "mode": "thrpt", "forks": 5,
                  "primaryMetric": {"score": 7, "scoreUnit": "ops/s", "rawData": []}}]""");

        JmhResult result = JmhJson.read(file).get(0);

        assertThat(result.forks()).isEqualTo(5);
        assertThat(result.samples().forks()).hasSize(1);
        assertThat(result.samples().forks().get(0).samples().values()).isEqualTo(Values.of(7));
        assertThat(result.samples().name()).isEqualTo(new CaseName("jmh", "c", Map.of()));
    }

    @Test
    void a_benchmark_measured_twice_has_the_forks_of_both() throws IOException {
        String one = """
                {"benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {"rawData": [[1], [2]], "scoreUnit": "s/op"}}""";
        Path file = file("[%s, %s]", one, one);

        List<JournalEntry> records = JmhJson.read(file).stream()
                .flatMap(result -> result.samples().forks().stream())
                .toList();

        assertThat(CaseSamples.group(records)).hasSize(1);
        assertThat(CaseSamples.group(records).get(0).forks()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "org.acme.Parsing.small, org.acme.Parsing/small",
        "core/open/reuse, core/open/reuse",
        "small, jmh/small",
        ".small, jmh/.small"
    })
    void a_name_becomes_suite_and_benchmark(String jmh, String qualified) {
        assertThat(JmhJson.caseName(jmh, Map.of()).qualified()).isEqualTo(qualified);
    }

    @Test
    void gzip_and_byte_order_marks_are_seen_through() throws IOException {
        String text = """
                [{"benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {"rawData": [[1]], "scoreUnit": "s/op"}}]""";
        Path marked = folder.resolve("marked.json");
        Files.writeString(marked, "\ufeff" + text);
        Path zipped = folder.resolve("anything");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(JmhJson.read(zipped)).isEqualTo(JmhJson.read(marked));
        assertThat(JmhJson.read(zipped)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|:1:1: error: expected JMH's array of results",
                "''|:1: error: expected JMH's array of results",
                "[{}]|:1:3: error: a result lacks `benchmark`",
                "[{\"benchmark\": 1}]|:1:16: error: expected a text",
                "[{\"benchmark\": \"a\"}]|:1:19: error: the result of a lacks `primaryMetric`",
                "[{\"benchmark\": \"a\"]|:1:19: error: unexpected close marker ']'",
                "[{\"benchmark\": \"a|:1:18: error: unexpected end-of-input",
                "[{\"benchmark\": \"a\",|:1:20: error: unexpected end-of-input",
                "[] 1|:1:4: error: expected nothing after JMH's array of results",
            })
    void what_is_no_result_file_is_refused_with_its_place(String text, String message) throws IOException {
        Path file = folder.resolve("x.json");
        Files.writeString(file, text);

        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> JmhJson.read(file));

        assertThat(refused).hasMessageThat().startsWith(file + message);
    }

    @Test
    void a_unit_nobody_knows_is_refused_by_name() throws IOException {
        Path file = file("[{\"benchmark\": \"a\", \"primaryMetric\": {\"score\": 1, \"scoreUnit\": \"B/s\"}}]");

        assertThat(assertThrows(UnreadableFileException.class, () -> JmhJson.read(file)))
                .hasMessageThat()
                .contains("the result of a has the unit `B/s`");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JakobMei__ba_grpc_rest__results_jmh-result.json, 8, AVERAGE, 5",
                "bencherdev__bencher__lib_bencher_adapter_tool_output_java_jmh_latency.json, 1, THROUGHPUT, 1",
                "bencherdev__bencher__lib_bencher_adapter_tool_output_java_jmh_six.json, 6, THROUGHPUT, 1",
                "benchmark-action__github-action-benchmark__test_data_extract_jmh_output.json, 1, THROUGHPUT, 1",
                "benchmark-action__github-action-benchmark__test_data_extract_jmh_output_2.json, 1, THROUGHPUT, 1",
                "d-iii-s__spl-evaluation-java__src_demo-data_jmh_rev1.json, 3, SAMPLE, 2",
                "d-iii-s__spl-evaluation-java__src_demo-data_jmh_rev2.json, 3, SAMPLE, 2",
                "d-iii-s__spl-evaluation-java__src_demo-data_jmh_rev3.json, 3, SAMPLE, 2",
                "develar__jvm-collection-lib-benchmarks__result_mac_jmh-result.json.gz, 570, SINGLE_SHOT, 1",
                "gpanther__benchmark-arraycopy__jmh-result.json, 196, AVERAGE, 1",
                "gpanther__benchmark-arraycopy__jmh-xeon.json, 196, AVERAGE, 1",
                "kamilkloch__fs2-benchmark__jmh-result.json, 9, THROUGHPUT, 5",
                "volodya-lombrozo__jmh-benchmark-action__src_test_resources_fast.json, 1, AVERAGE, 1",
                "volodya-lombrozo__jmh-benchmark-action__src_test_resources_long.json, 1, AVERAGE, 1"
            })
    void files_found_in_the_wild_are_read_and_written_with_the_same_figures(String expected) throws IOException {
        String[] parts = expected.split(", ", -1);
        Path file = WILD.resolve(parts[0]);
        assumeTrue(
                Files.exists(file), "skipped: " + file + " is not here; set BENCH_DATA to the folder of jmh-results/");

        List<JmhResult> results = JmhJson.read(file);

        assertThat(results).hasSize(Integer.parseInt(parts[1]));
        assertThat(results.stream().map(JmhResult::mode)).contains(Mode.valueOf(parts[2]));
        assertThat(results.stream().mapToInt(r -> r.samples().forks().size()).max())
                .hasValue(Integer.parseInt(parts[3]));
        Path copy = folder.resolve("copy.json");
        JmhJson.write(copy, results);
        JsonNode was = tree(file);
        JsonNode is = new ObjectMapper().readTree(copy.toFile());
        assertThat(is.size()).isEqualTo(was.size());
        for (int i = 0; i < was.size(); i++) {
            String name = was.get(i).get("benchmark").textValue();
            JsonNode before = was.get(i).get("primaryMetric");
            JsonNode after = is.get(i).get("primaryMetric");
            if (!results.get(i).mode().equals(Mode.THROUGHPUT)
                    || before.get("scoreUnit").textValue().startsWith("ops")) {
                double unit =
                        before.get("score").doubleValue() / after.get("score").doubleValue();
                assertWithMessage(name).that(unit).isWithin(1e-9).of(Math.pow(10, Math.rint(Math.log10(unit))));
                if (before.get("scoreError").isDouble()
                        && after.get("scoreError").isDouble()) {
                    double error = after.get("scoreError").doubleValue();
                    assertWithMessage(name)
                            .that(before.get("scoreError").doubleValue() / unit)
                            .isWithin(1e-6 * error)
                            .of(error);
                }
                double last = after.get("scorePercentiles").get("99.0").doubleValue();
                assertWithMessage(name)
                        .that(before.get("scorePercentiles").get("99.0").doubleValue() / unit)
                        .isWithin(1e-9 * last)
                        .of(last);
            }
        }
    }

    private Path file(String text, Object... values) throws IOException {
        Path file = folder.resolve("result.json");
        Files.writeString(file, String.format(java.util.Locale.ROOT, text, values));
        return file;
    }

    private static JsonNode tree(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
            return new ObjectMapper().readTree(plain);
        }
    }
}
