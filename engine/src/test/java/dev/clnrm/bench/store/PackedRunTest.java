package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.JournalEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedRunTest {
    @TempDir
    private Path folder = Path.of("");

    private PackedRun packed() {
        Path run = new SampleRun(3, List.of(JournalEntry.HEAD), 3, 1, 1)
                .write(folder.resolve("run"), Instant.parse("2026-01-31T12:00:00Z"));
        return PackedRun.of(run).orElseThrow();
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_run_is_packed_alike_each_time() {
        PackedRun packed = packed();
        assertThat(packed.whole())
                .isEqualTo(PackedRun.of(folder.resolve("run")).orElseThrow().whole());
    }

    @Test
    void a_summary_of_another_version_is_made_again() throws IOException {
        byte[] whole = packed().whole();
        assertThat(PackedRun.summary(zip(Map.of("summary.json", "{\"format\":9}"))))
                .isEmpty();
        Path fetched = Files.createDirectory(folder.resolve("fetched"));
        assertThat(PackedRun.summaryOf(whole, fetched.resolve("run"))
                        .orElseThrow()
                        .id())
                .isEqualTo(Summaries.ALL.of(folder.resolve("run")).orElseThrow().id());
        assertThat(fetched.toFile().list()).isEmpty();
    }

    /** What another reader unpacks at the same time has another name. */
    @Test
    void a_summary_is_made_beside_another_reader() throws IOException {
        byte[] whole = packed().whole();
        Path other = Files.createDirectories(folder.resolve("fetched/run"));
        assertThat(PackedRun.summaryOf(whole, other)).isPresent();
        assertThat(other.toFile().isDirectory()).isTrue();
    }

    @Test
    void a_file_that_leads_elsewhere_is_refused_and_leaves_nothing() throws IOException {
        byte[] hostile = zip(Map.of("../../evil", "x"));
        assertThat(assertThrows(IOException.class, () -> PackedRun.unpack(hostile, folder.resolve("to"))))
                .hasMessageThat()
                .isEqualTo("it holds a file that has no place in it");
        assertThrows(IOException.class, () -> PackedRun.unpack(new byte[] {1, 2, 3}, folder.resolve("to")));
        byte[] half = packed().whole();
        assertThrows(
                IOException.class,
                () -> PackedRun.unpack(java.util.Arrays.copyOf(half, half.length / 2), folder.resolve("to")));
        assertThat(Files.exists(folder.resolve("to"))).isFalse();
        assertThat(Files.exists(folder.resolveSibling("evil"))).isFalse();
    }

    @Test
    void a_file_that_unpacks_to_too_much_is_refused() throws IOException {
        byte[] bomb = zip(Map.of("run.json", " ".repeat((16 << 20) + 1)));
        assertThat(assertThrows(IOException.class, () -> PackedRun.unpack(bomb, folder.resolve("to"))))
                .hasMessageThat()
                .isEqualTo("its run.json has more than 16 MiB");
    }
}
