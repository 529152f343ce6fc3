package dev.clnrm.bench.samples;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final List<JournalEntry> THREE =
            DeclaredForks.of("core/open").means(1e-6, 2e-6, 3e-6).records();

    private final Path folder;

    JournalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_fork_is_read_back_as_it_was_bit_for_bit() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("z", "1,5{}=\"\\");
        params.put("a", "µ \ud83d\ude00 \ud83d \u0000\n");
        JournalEntry strange = new JournalEntry(
                new CaseName("s", "b/c", params),
                "base",
                Integer.MAX_VALUE,
                7,
                Instant.parse("2026-01-31T12:00:00.123456789Z"),
                Double.NaN,
                1,
                new ForkSamples(
                        Mode.SAMPLE,
                        32,
                        0.1,
                        Values.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY),
                        false,
                        Values.of(-0.0, Double.MIN_VALUE, Double.MAX_VALUE, Math.PI, 0.1 + 0.2, 1e22, Double.NaN),
                        List.of(
                                new Histogram(Values.of(1e-9, 2e-9), Values.of(3, 1e12)),
                                new Histogram(Values.NONE, Values.NONE)),
                        Map.of("gc.alloc.rate.norm", Values.of(512.5), "a\tb", Values.NONE),
                        Map.of()),
                new Outcome.Failed(
                        Outcome.Cause.HUNG, "no\nend", List.of("", "last\r"), "run it", Optional.of("logs/fork-7.log")),
                Optional.empty());
        Path file = folder.resolve("samples.ndjson");

        write(file, List.of(strange));

        assertThat(Journal.read(file).records()).containsExactly(strange);
        assertThat(Journal.read(file).records().get(0).name().params().keySet())
                .containsExactly("z", "a")
                .inOrder();
    }

    @Test
    void units_are_read_back_and_those_of_the_collector_are_known() {
        JournalEntry measured = DeclaredForks.of("core/open")
                .beside(
                        Values.of(1e-6),
                        Map.of("hits", Values.of(3), "gc.time", Values.of(1)),
                        Map.of("hits", "ops/\u00b5s", "a\tb", ""))
                .records()
                .get(0);
        Path file = folder.resolve("samples.ndjson");

        write(file, List.of(measured));

        JournalEntry read = Journal.read(file).records().get(0);
        assertThat(read).isEqualTo(measured);
        assertThat(read.samples().unit("hits")).isEqualTo("ops/\u00b5s");
        assertThat(read.samples().unit("gc.time")).isEqualTo("ms");
        assertThat(read.samples().unit("other")).isEmpty();
    }

    @Test
    void any_double_is_read_back_bit_for_bit() {
        SplittableRandom random = new SplittableRandom(1);
        double[] any =
                random.longs(10_000).mapToDouble(Double::longBitsToDouble).toArray();
        Path file = folder.resolve("samples.ndjson");

        write(file, DeclaredForks.of("core/open").fork(any).records());

        assertThat(Journal.read(file).records().get(0).samples().values()).isEqualTo(Values.of(any));
    }

    @Test
    void every_line_says_its_format() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        write(file, THREE);

        assertThat(Files.readAllLines(file)).hasSize(3);
        Files.readAllLines(file).forEach(line -> assertThat(line).startsWith("{\"format\":1,"));
    }

    @Test
    void a_journal_that_exists_is_gone_on_with() {
        Path file = folder.resolve("samples.ndjson");
        write(file, THREE.subList(0, 1));
        write(file, THREE.subList(1, 3));

        assertThat(Journal.read(file).records()).isEqualTo(THREE);
        assertThat(Journal.read(file).torn()).isEmpty();
    }

    @Test
    void torn_anywhere_in_its_last_line_it_keeps_the_forks_before_and_goes_on_with_a_fresh_line() throws IOException {
        Path whole = folder.resolve("whole.ndjson");
        write(whole, THREE);
        byte[] bytes = Files.readAllBytes(whole);
        int lastLine = bytes.length / 3 * 2;

        for (int length = lastLine + 1; length < bytes.length - 1; length += 13) {
            Path torn = folder.resolve("torn-" + length);
            Files.write(torn, java.util.Arrays.copyOf(bytes, length));

            Journal.Contents contents = Journal.read(torn);
            assertThat(contents.records()).isEqualTo(THREE.subList(0, 2));
            assertThat(contents.torn()).isPresent();
            assertThat(contents.torn().get().toString()).isEqualTo(torn + ":3");

            write(torn, THREE.subList(2, 3));
            assertThat(Journal.read(torn)).isEqualTo(Journal.read(whole));
        }
    }

    @Test
    void a_fork_that_lacks_only_the_end_of_its_line_is_kept() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        write(file, THREE.subList(0, 2));
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(Journal.read(file).records()).hasSize(2);
        write(file, THREE.subList(2, 3));
        assertThat(Journal.read(file).records()).isEqualTo(THREE);
    }

    @Test
    void garbage_before_the_end_is_refused_with_its_place() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        write(file, THREE);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), "{\"format\":1,\"fork\":x}", lines.get(2)));

        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> Journal.read(file));

        assertThat(refused).hasMessageThat().startsWith(file + ":2:20: error: unrecognized token 'x'");
    }

    @Test
    void a_line_that_lacks_something_is_refused_by_name() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        Files.writeString(file, "{\"format\":1,\"case\":{\"suite\":\"s\",\"benchmark\":\"b\"},\"side\":\"head\"}\n");

        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> Journal.read(file));

        assertThat(refused).hasMessageThat().contains(":1:");
        assertThat(refused).hasMessageThat().endsWith("error: lacks `fork`");
    }

    @Test
    void a_line_of_a_newer_format_is_refused() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        Files.writeString(file, "{\"format\":2,\"anything\":[]}\n");

        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> Journal.read(file));

        assertThat(refused)
                .hasMessageThat()
                .endsWith("forks of format 2 cannot be read by this version, which reads 1");
    }

    @Test
    void a_field_nobody_knows_is_skipped() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        write(file, THREE.subList(0, 1));
        Files.writeString(
                file, Files.readString(file).replace("{\"format\":1,", "{\"format\":1,\"later\":{\"a\":[1]},"));

        assertThat(Journal.read(file).records()).isEqualTo(THREE.subList(0, 1));
    }

    @Test
    void there_is_no_such_file() {
        Path file = folder.resolve("absent");

        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> Journal.read(file));

        assertThat(refused).hasMessageThat().isEqualTo(file + ": error: there is no such file");
    }

    @Test
    void a_disk_that_fills_in_the_middle_of_a_line_loses_nothing_earlier() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        try (Journal journal = new Journal(file, new FillingDisk(file.toFile(), 2))) {
            journal.append(THREE.get(0));
            journal.append(THREE.get(1));
            long before = Files.size(file);

            UnwritableFileException full =
                    assertThrows(UnwritableFileException.class, () -> journal.append(THREE.get(2)));

            assertThat(full).hasMessageThat().isEqualTo(file + ": error: cannot be written: No space left on device");
            assertThat(Files.size(file)).isEqualTo(before);
        }
        assertThat(Journal.read(file).records()).isEqualTo(THREE.subList(0, 2));
        write(file, THREE.subList(2, 3));
        assertThat(Journal.read(file).records()).isEqualTo(THREE);
    }

    @Test
    void a_device_that_is_really_full_is_named() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
        Path file = Files.createSymbolicLink(folder.resolve("samples.ndjson"), full);

        try (Journal journal = Journal.open(file)) {
            UnwritableFileException refused =
                    assertThrows(UnwritableFileException.class, () -> journal.append(THREE.get(0)));
            assertThat(refused).hasMessageThat().startsWith(file + ": error: cannot be written: ");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void an_interrupted_thread_still_writes_its_fork() {
        Path file = folder.resolve("samples.ndjson");
        Thread.currentThread().interrupt();
        write(file, THREE);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Journal.read(file).records()).isEqualTo(THREE);
    }

    @Test
    void zeros_left_by_a_lost_machine_count_as_torn() throws IOException {
        Path file = folder.resolve("samples.ndjson");
        write(file, THREE.subList(0, 2));
        Files.write(file, new byte[100], StandardOpenOption.APPEND);

        assertThat(Journal.read(file).records()).isEqualTo(THREE.subList(0, 2));
        write(file, THREE.subList(2, 3));
        assertThat(Journal.read(file).records()).isEqualTo(THREE);
    }

    private static void write(Path file, List<JournalEntry> records) {
        try (Journal journal = Journal.open(file)) {
            records.forEach(journal::append);
        }
    }

    /** A disk with space for some writes, and half of the next. */
    private static final class FillingDisk extends RandomAccessFile {
        private int room;

        FillingDisk(File file, int room) throws IOException {
            super(file, "rw");
            this.room = room;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (room-- > 0) {
                super.write(bytes);
                return;
            }
            super.write(bytes, 0, bytes.length / 2);
            throw new IOException("No space left on device");
        }
    }
}
