package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.samples.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path bundle = Path.of("");
    private Path copy = Path.of("");

    static String fork(String benchmark, int fork, String values) {
        return "{\"format\":1,\"case\":{\"suite\":\"s\",\"benchmark\":\"" + benchmark
                + "\",\"params\":{}},\"side\":\"head\",\"fork\":" + fork
                + ",\"order\":0,\"started\":\"2026-01-31T12:00:00Z\",\"mode\":\"avgt\",\"threads\":1,\"startup\":0.2,"
                + "\"iteration\":0.1,\"warmup\":[],\"steady\":true,\"values\":" + values + "}\n";
    }

    @BeforeEach
    void write() throws IOException {
        bundle = temporary.resolve("bundle");
        copy = Files.createDirectory(temporary.resolve("copy"));
        try (RunFolder run = RunFolder.createAt(bundle, SampleRun.begun(Instant.EPOCH))) {
            run.end(run.manifest().ended(RunManifest.State.FINISHED, RunEnd.NONE, Instant.EPOCH));
        }
        for (String name : new String[] {"logs", ".lock", "lock", "run.lock"}) {
            Files.deleteIfExists(bundle.resolve(name));
        }
        samples(fork("b", 0, "[1e-6,2e-6]"));
    }

    private void samples(String text) throws IOException {
        Files.writeString(bundle.resolve("samples.ndjson"), text);
    }

    private String refused() {
        return String.valueOf(assertThrows(UnreadableFileException.class, () -> Bundle.open(bundle, copy))
                .fault()
                .message());
    }

    private void zip(String... names) throws IOException {
        Path zip = temporary.resolve("bundle.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                Path file = bundle.resolve(name);
                out.write(Files.exists(file) ? Files.readAllBytes(file) : "x".getBytes(StandardCharsets.UTF_8));
            }
        }
        bundle = zip;
    }

    @Test
    void a_summary_is_refused_for_a_bundle_is_judged_from_its_samples() throws IOException {
        Files.writeString(bundle.resolve("summary.json"), "{}");
        assertThat(refused()).isEqualTo("holds `summary.json`, which has no place in it");
    }

    @Test
    void a_folder_is_copied() {
        Bundle.open(bundle, copy);
        assertThat(Files.exists(copy.resolve("samples.ndjson"))).isTrue();
    }

    @Test
    void a_zip_file_is_copied() throws IOException {
        zip("run.json", "samples.ndjson");
        Bundle.open(bundle, copy);
        assertThat(Files.exists(copy.resolve("run.json"))).isTrue();
    }

    @Test
    void a_path_that_leads_out_is_refused() throws IOException {
        zip("run.json", "samples.ndjson", "../out.txt");
        assertThat(refused()).isEqualTo("holds `../out.txt`, which has no place in it");
        assertThat(Files.exists(temporary.resolve("out.txt"))).isFalse();
    }

    @Test
    void a_link_is_refused() throws IOException {
        Files.delete(bundle.resolve("samples.ndjson"));
        Files.createSymbolicLink(bundle.resolve("samples.ndjson"), Path.of("/etc/passwd"));
        assertThat(refused()).isEqualTo("holds `samples.ndjson`, which is not a plain file");
    }

    @Test
    void a_zip_bomb_is_refused() throws IOException {
        Path zip = temporary.resolve("bomb.zip");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("run.json"));
            for (int i = 0; i < 17; i++) {
                out.write(zeros);
            }
        }
        bundle = zip;
        assertThat(refused()).isEqualTo("holds a `run.json` of more than 16 MiB");
    }

    @Test
    void what_is_no_zip_file_is_refused() throws IOException {
        bundle = Files.writeString(temporary.resolve("text.zip"), "no zip");
        assertThat(refused()).isEqualTo("lacks run.json");
    }

    @Test
    void a_value_that_is_no_number_is_refused() throws IOException {
        samples(fork("b", 0, "[1e-6,\"NaN\"]"));
        assertThat(refused()).isEqualTo("holds a finished fork with a value that is not a time");
    }

    @Test
    void a_value_below_nothing_is_refused() throws IOException {
        samples(fork("b", 0, "[-1e-6]"));
        assertThat(refused()).isEqualTo("holds a finished fork with a value that is not a time");
    }

    @Test
    void too_many_cases_are_refused() throws IOException {
        samples(IntStream.range(0, 20_001)
                .mapToObj(i -> fork("b" + i, 0, "[1]"))
                .collect(Collectors.joining()));
        assertThat(refused()).isEqualTo("holds 20001 cases, which is more than 20000");
    }

    @Test
    void a_third_side_is_refused() throws IOException {
        samples(fork("b", 0, "[1]").replace("\"head\"", "\"other\""));
        assertThat(refused()).isEqualTo("holds a fork of neither base nor head");
    }

    @Test
    void a_link_the_measured_code_left_is_not_read() throws IOException {
        Path secret = Files.writeString(temporary.resolve("secret"), "secret");
        Path workspace = Files.createDirectory(temporary.resolve("workspace"));
        Path run = Files.createDirectory(workspace.resolve("run"));
        Files.createSymbolicLink(run.resolve("run.json"), secret);
        UnreadableFileException fault = assertThrows(
                UnreadableFileException.class,
                () -> Bundle.write(run, workspace.resolve("budgets.yaml"), run.resolve("bundle"), workspace));
        assertThat(fault.fault().message()).isEqualTo("is a link");
    }

    @Test
    void a_folder_that_was_replaced_by_a_link_is_not_read() throws IOException {
        Path workspace = Files.createDirectory(temporary.resolve("workspace"));
        Path run = Files.createSymbolicLink(workspace.resolve("run"), bundle);
        assertThrows(
                UnreadableFileException.class,
                () -> Bundle.write(run, workspace.resolve("budgets.yaml"), run.resolve("bundle"), workspace));
    }
}
