package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.5Z");

    private final Path folder;

    RunFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_run_has_a_folder_of_its_own_named_by_its_start() {
        try (RunFolder run = RunFolder.create(folder, NOON, Map.of())) {
            assertThat(run.folder().getFileName().toString()).matches("20260131-120000-[0-9a-f]{6}");
            assertThat(run.info().id()).isEqualTo(run.folder().getFileName().toString());
            assertThat(Files.isDirectory(run.logs())).isTrue();
            assertThat(RunFolder.read(run.folder())).isEqualTo(run.info());
            assertThat(run.info().state()).isEqualTo(RunInfo.State.RUNNING);
        }
    }

    @Test
    void sections_are_read_back_as_plain_values_in_their_order() {
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("seed", 42);
        sections.put("command", List.of("run", "--quick"));
        sections.put("machine", new Machine("µ-CPU", 2, Optional.empty(), Optional.of(NOON), Double.NaN));
        sections.put("cases", Map.of("core/open", new Warmup.Adaptive(2)));

        try (RunFolder run = RunFolder.create(folder, NOON, sections)) {
            run.record("plan", Map.of("hash", "abc"));
            RunInfo read = RunFolder.read(run.folder());

            assertThat(read.sections().keySet())
                    .containsExactly("seed", "command", "machine", "cases", "plan")
                    .inOrder();
            assertThat(read.sections()).containsEntry("seed", 42);
            assertThat(read.sections()).containsEntry("command", List.of("run", "--quick"));
            assertThat(read.sections())
                    .containsEntry(
                            "machine",
                            Map.of("cpu", "µ-CPU", "cores", 2, "since", "2026-01-31T12:00:00.500Z", "load", "NaN"));
            assertThat(read.sections())
                    .containsEntry("cases", Map.of("core/open", Map.of("type", "adaptive", "capSeconds", 2.0)));
        }
    }

    @Test
    void a_run_that_ended_says_how() {
        try (RunFolder run = RunFolder.create(folder, NOON, Map.of())) {
            run.end(RunInfo.State.INTERRUPTED, NOON.plusSeconds(60));

            RunInfo read = RunFolder.read(run.folder());
            assertThat(read.state()).isEqualTo(RunInfo.State.INTERRUPTED);
            assertThat(read.ended()).hasValue(NOON.plusSeconds(60));
        }
    }

    @Test
    void a_run_that_is_resumed_keeps_what_it_had_and_runs_again() {
        Path path;
        try (RunFolder run = RunFolder.create(folder, NOON, Map.of("seed", 42))) {
            path = run.folder();
            try (Journal journal = run.journal()) {
                DeclaredForks.of("core/open").means(1).records().forEach(journal::append);
            }
            run.end(RunInfo.State.INTERRUPTED, NOON.plusSeconds(60));
        }

        try (RunFolder run = RunFolder.resume(path)) {
            assertThat(run.info().state()).isEqualTo(RunInfo.State.RUNNING);
            assertThat(run.info().ended()).isEmpty();
            assertThat(run.info().sections()).containsExactly("seed", 42);
            assertThat(Journal.read(run.samples()).records()).hasSize(1);
        }
    }

    @Test
    void two_controllers_in_one_process_cannot_write_one_folder() {
        try (RunFolder run = RunFolder.createAt(folder.resolve("run"), NOON, Map.of())) {
            UnwritableFileException refused =
                    assertThrows(UnwritableFileException.class, () -> RunFolder.resume(run.folder()));

            assertThat(refused).hasMessageThat().isEqualTo(run.folder() + ": error: is being written by this process");
        }
        RunFolder.resume(folder.resolve("run")).close();
    }

    @Test
    void a_lock_of_another_process_holds_and_is_taken_over_when_that_is_killed() throws Exception {
        Path path = folder.resolve("run");
        RunFolder.createAt(path, NOON, Map.of()).close();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("locked");
            UnwritableFileException refused = assertThrows(UnwritableFileException.class, () -> RunFolder.resume(path));
            assertThat(refused)
                    .hasMessageThat()
                    .isEqualTo(path + ": error: is being written by process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }

        try (RunFolder run = RunFolder.resume(path)) {
            assertThat(run.info().state()).isEqualTo(RunInfo.State.RUNNING);
        }
    }

    @Test
    void a_folder_that_holds_a_run_is_not_begun_again() {
        Path path = folder.resolve("run");
        RunFolder.createAt(path, NOON, Map.of()).close();

        UnwritableFileException refused =
                assertThrows(UnwritableFileException.class, () -> RunFolder.createAt(path, NOON, Map.of()));

        assertThat(refused).hasMessageThat().isEqualTo(path + ": error: holds a run already");
        RunFolder.resume(path).close();
    }

    @Test
    void the_latest_run_is_the_one_started_last() throws IOException {
        assertThat(RunFolder.latest(folder.resolve("none"))).isEmpty();
        List<Path> runs = new ArrayList<>();
        for (int second : new int[] {5, 61, 60}) {
            try (RunFolder run = RunFolder.create(folder, NOON.plusSeconds(second), Map.of())) {
                run.end(
                        second == 61 ? RunInfo.State.INTERRUPTED : RunInfo.State.FINISHED,
                        NOON.plusSeconds(second + 1));
                runs.add(run.folder());
            }
        }
        Files.createDirectories(folder.resolve("99999999-not-a-run"));
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken").resolve("run.json"), "{");

        assertThat(RunFolder.latest(folder)).hasValue(runs.get(1));
        assertThat(RunFolder.latest(folder, info -> info.state() == RunInfo.State.FINISHED))
                .hasValue(runs.get(2));
    }

    @Test
    void a_newer_format_is_refused_clearly() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{\"format\": 2}");

        UnreadableFileException refused = assertThrows(UnreadableFileException.class, () -> RunFolder.read(folder));

        assertThat(refused)
                .hasMessageThat()
                .isEqualTo(folder.resolve("run.json")
                        + ": error: a run of format 2 cannot be read by this version, which reads 1");
    }

    @Test
    void what_is_no_run_is_refused_with_its_place() throws IOException {
        Files.writeString(folder.resolve("run.json"), "{\"format\": 1,\n \"id\": x}");
        assertThat(assertThrows(UnreadableFileException.class, () -> RunFolder.read(folder)))
                .hasMessageThat()
                .startsWith(folder.resolve("run.json") + ":2:8: error: not JSON");

        Files.writeString(folder.resolve("run.json"), "{\"format\": 1, \"id\": \"a\"}");
        assertThat(assertThrows(UnreadableFileException.class, () -> RunFolder.read(folder)))
                .hasMessageThat()
                .isEqualTo(folder.resolve("run.json") + ": error: lacks `state`");
    }

    @Test
    void nothing_is_left_beside_what_was_written() throws IOException {
        try (RunFolder run = RunFolder.create(folder, NOON, Map.of())) {
            run.record("a", 1);
            run.end(RunInfo.State.FINISHED, NOON);
            try (var entries = Files.list(run.folder())) {
                assertThat(entries.map(entry -> entry.getFileName().toString()))
                        .containsExactly(".lock", "logs", "run.json");
            }
        }
    }

    private record Machine(String cpu, int cores, Optional<String> governor, Optional<Instant> since, double load) {}

    /** Another process that locks a folder and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            Path path = Path.of(args[0], ".lock");
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.lock();
                channel.truncate(0);
                byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
                channel.write(ByteBuffer.wrap(pid));
                System.out.println("locked");
                Thread.sleep(60_000);
            }
        }
    }
}
