package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.measure.Controller;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Change;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Law;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Goal;
import dev.clnrm.bench.profile.Explanation;
import dev.clnrm.bench.profile.Frame;
import dev.clnrm.bench.profile.Growth;
import dev.clnrm.bench.profile.JitFindings;
import dev.clnrm.bench.profile.ProfileKind;
import dev.clnrm.bench.profile.Retention;
import dev.clnrm.bench.profile.SizeLimit;
import dev.clnrm.bench.samples.DeclaredForks;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.MemoryUse;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final MemoryUse MEMORY = new MemoryUse(
            0.25,
            List.of(
                    new MemoryUse.Peak("core/a", "head", 1L << 30, Optional.of(1L << 20), 2),
                    new MemoryUse.Peak("core/b", "head", 1L << 21, Optional.empty(), 1)),
            List.of(
                    new MemoryUse.Point(0.25, 0, 1L << 30, Optional.of(1L << 20)),
                    new MemoryUse.Point(0.5, 1, 1L << 21, Optional.empty())));
    private static final Explanation EXPLANATION = new Explanation(
            "core/a",
            ProfileKind.CPU,
            "async-profiler",
            List.of(new Growth(
                    new Frame("demo.Registry", "register", 40, Optional.of("Registry.kt")),
                    0.2,
                    List.of(new Growth.Part("java.util.HashMap.resize", 0.1)))),
            Optional.of(new JitFindings(
                    List.of(new JitFindings.Outgrown("demo.Registry.register", 320, 330, SizeLimit.FREQUENT, 325)),
                    List.of(new JitFindings.Inlining(
                            "demo.Registry.register", "demo.Suite.run", true, "hot method too big")),
                    Optional.empty())),
            Optional.of(new Retention(1_000, 200_000, Optional.empty(), Optional.of(96.0))),
            Optional.of("profiles/1/diff-cpu.html"),
            Optional.empty());
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.5Z");

    private final Path folder;

    RunFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_run_has_a_folder_of_its_own_named_by_its_start() {
        try (RunFolder run = RunFolder.create(folder, SampleRun.begun(NOON))) {
            assertThat(run.folder().getFileName().toString()).matches("20260131-120000-[0-9a-f]{6}");
            assertThat(run.manifest().id()).isEqualTo(run.folder().getFileName().toString());
            assertThat(Files.isDirectory(run.logs())).isTrue();
            assertThat(RunFolder.read(run.folder())).isEqualTo(run.manifest());
            assertThat(run.manifest().state()).isEqualTo(RunManifest.State.RUNNING);
        }
    }

    @Test
    void everything_is_read_back_as_it_was() {
        Place place = new Place("DemoSuite.java", 12, 1);
        CaseName name = new CaseName("core", "µ", Map.of("size", "1,5"));
        CaseFacts facts = new CaseFacts(
                name.toString(),
                Optional.of(Mode.SAMPLE),
                Optional.of(new Effort(new Forks(3, 6), new Warmup.Fixed(5, 0.1), new Iterations(10, 0.1))),
                Optional.of(new CaseFacts.Java("/usr/lib/jvm/17", "17.0.15", "Debian")),
                Optional.of(List.of("-Xmx1g")),
                Optional.of("1.37"),
                Optional.of(2),
                Optional.of(3),
                Optional.of(SampleRun.MACHINE));
        Budget budget = Budget.NONE
                .withLabel("fast")
                .withTime(Limit.atMost(new Time(1e-6), place)
                        .critical(new Time(2e-6))
                        .percentile(99))
                .withTimeChange(Change.within(0.1, place));
        RunManifest all = RunManifest.begin(
                NOON,
                new RunRequest(
                        Optional.of("check"),
                        List.of("--seed", "42"),
                        Optional.of("budgets.yaml"),
                        42,
                        Map.of("base", "a", "head", "b"),
                        Optional.of("1/4"),
                        Optional.of(Goal.NOT_SLOWER)),
                MeasuredCode.of(
                        new CheckedOut(Optional.of("main"), Optional.of("3f2c1ab"), false),
                        new CheckedOut(Optional.of("work tree"), Optional.empty(), true)),
                Optional.of(SampleRun.MACHINE),
                new PlannedCases(
                        List.of(facts),
                        List.of(CaseFacts.unknown("core/a")),
                        List.of(RemovedCase.of(name, Mode.THROUGHPUT)),
                        List.of("core/a"),
                        List.of("core/b"),
                        Optional.of(6),
                        Optional.empty()),
                Optional.of(new DeclaredRules(
                        List.of(name),
                        Set.of("core/left"),
                        Map.of("core/a", budget),
                        List.of(
                                new Law.Ratio("r", "core/a", "core/b", 2, place),
                                new Law.Exponent("e", "core/a", "size", 0.9, 1.1, place),
                                new Law.Efficiency("f", "core/a", "tasks", 4, 0.5, place),
                                new Law.Overhead("o", "core/a", "core/b", 0.1, Place.UNKNOWN)),
                        Map.of("core", 0.99))));

        try (RunFolder run = RunFolder.create(folder, all)) {
            assertThat(RunFolder.read(run.folder())).isEqualTo(all);

            run.end(all.ended(
                    RunManifest.State.INTERRUPTED,
                    new RunEnd(
                            Optional.of(Controller.End.TIME_BUDGET),
                            List.of("core/a, base fork 1: waited"),
                            List.of(),
                            List.of(EXPLANATION),
                            Optional.of(MEMORY)),
                    NOON.plusSeconds(60)));

            RunManifest ended = RunFolder.read(run.folder());
            assertThat(ended.state()).isEqualTo(RunManifest.State.INTERRUPTED);
            assertThat(ended.end().end()).hasValue(Controller.End.TIME_BUDGET);
            assertThat(ended.end().replaced()).containsExactly("core/a, base fork 1: waited");
            assertThat(ended.end().explanations()).containsExactly(EXPLANATION);
            assertThat(ended.end().memory()).hasValue(MEMORY);
            assertThat(ended.cases()).isEqualTo(all.cases());
        }
    }

    @Test
    void lists_that_are_too_long_are_refused() throws IOException {
        write("\"arguments\": [" + "\"a\",".repeat(20_000) + "\"a\"]");
        assertThat(assertThrows(UnreadableFileException.class, () -> RunFolder.read(folder)))
                .hasMessageThat()
                .isEqualTo(folder.resolve("run.json") + ": error: holds more than 20000 entries in `arguments`");
    }

    @Test
    void a_value_of_the_wrong_type_is_refused_by_its_name() throws IOException {
        write("\"cases\": [{\"name\": \"core/a\", \"batch\": \"two\"}]");
        assertThat(assertThrows(UnreadableFileException.class, () -> RunFolder.read(folder)))
                .hasMessageThat()
                .endsWith(": error: `cases.0.batch` has a wrong value");
    }

    private void write(String section) throws IOException {
        Files.writeString(
                folder.resolve("run.json"),
                "{\"format\": 1, \"id\": \"a\", \"state\": \"finished\", \"started\": \"2026-01-31T12:00:00Z\", \"sections\": {"
                        + section + "}}");
    }

    @Test
    void a_run_that_ended_says_how() {
        try (RunFolder run = RunFolder.create(folder, SampleRun.begun(NOON))) {
            run.end(run.manifest().ended(RunManifest.State.INTERRUPTED, RunEnd.NONE, NOON.plusSeconds(60)));

            RunManifest read = RunFolder.read(run.folder());
            assertThat(read.state()).isEqualTo(RunManifest.State.INTERRUPTED);
            assertThat(read.ended()).hasValue(NOON.plusSeconds(60));
        }
    }

    @Test
    void a_run_that_is_resumed_keeps_what_it_had_and_runs_again() {
        Path path;
        try (RunFolder run = RunFolder.create(folder, begun(42))) {
            path = run.folder();
            try (Journal journal = run.journal()) {
                DeclaredForks.of("core/open").means(1).records().forEach(journal::append);
            }
            run.end(run.manifest().ended(RunManifest.State.INTERRUPTED, RunEnd.NONE, NOON.plusSeconds(60)));
        }

        try (RunFolder run = RunFolder.resume(path)) {
            assertThat(run.manifest().state()).isEqualTo(RunManifest.State.RUNNING);
            assertThat(run.manifest().ended()).isEmpty();
            assertThat(run.manifest().request().seed()).isEqualTo(42);
            assertThat(Journal.read(run.samples()).records()).hasSize(1);
        }
    }

    @Test
    void two_controllers_in_one_process_cannot_write_one_folder() {
        try (RunFolder run = RunFolder.createAt(folder.resolve("run"), SampleRun.begun(NOON))) {
            UnwritableFileException refused =
                    assertThrows(UnwritableFileException.class, () -> RunFolder.resume(run.folder()));

            assertThat(refused).hasMessageThat().isEqualTo(run.folder() + ": error: is being written by this process");
        }
        RunFolder.resume(folder.resolve("run")).close();
    }

    @Test
    void a_lock_of_another_process_holds_and_is_taken_over_when_that_is_killed() throws Exception {
        Path path = folder.resolve("run");
        RunFolder.createAt(path, SampleRun.begun(NOON)).close();
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
            assertThat(run.manifest().state()).isEqualTo(RunManifest.State.RUNNING);
        }
    }

    @Test
    void a_folder_that_holds_a_run_is_not_begun_again() {
        Path path = folder.resolve("run");
        RunFolder.createAt(path, SampleRun.begun(NOON)).close();

        UnwritableFileException refused =
                assertThrows(UnwritableFileException.class, () -> RunFolder.createAt(path, SampleRun.begun(NOON)));

        assertThat(refused).hasMessageThat().isEqualTo(path + ": error: holds a run already");
        RunFolder.resume(path).close();
    }

    @Test
    void the_latest_run_is_the_one_started_last() throws IOException {
        assertThat(RunFolder.latest(folder.resolve("none"), run -> true)).isEmpty();
        List<Path> runs = new ArrayList<>();
        for (int second : new int[] {5, 61, 60}) {
            try (RunFolder run = RunFolder.create(folder, SampleRun.begun(NOON.plusSeconds(second)))) {
                run.end(run.manifest()
                        .ended(
                                second == 61 ? RunManifest.State.INTERRUPTED : RunManifest.State.FINISHED,
                                RunEnd.NONE,
                                NOON.plusSeconds(second + 1)));
                runs.add(run.folder());
            }
        }
        RunFolder.createAt(folder.resolve("killed.tmp"), SampleRun.begun(NOON.plusSeconds(99)))
                .close();
        Files.createDirectories(folder.resolve("99999999-not-a-run"));
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken").resolve("run.json"), "{");

        assertThat(RunFolder.latest(folder, run -> true)).hasValue(runs.get(1));
        assertThat(RunFolder.latest(folder, RunManifest::finished)).hasValue(runs.get(2));
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
                .startsWith(folder.resolve("run.json") + ":2:8: error: unrecognized token 'x'");

        Files.writeString(folder.resolve("run.json"), "{\"format\": 1, \"id\": \"a\"}");
        assertThat(assertThrows(UnreadableFileException.class, () -> RunFolder.read(folder)))
                .hasMessageThat()
                .isEqualTo(folder.resolve("run.json") + ": error: lacks `state`");
    }

    @Test
    void nothing_is_left_beside_what_was_written() throws IOException {
        try (RunFolder run = RunFolder.create(folder, SampleRun.begun(NOON))) {
            run.end(run.manifest().ended(RunManifest.State.FINISHED, RunEnd.NONE, NOON));
            try (var entries = Files.list(run.folder())) {
                assertThat(entries.map(entry -> entry.getFileName().toString()))
                        .containsExactly(".lock", "logs", "run.json");
            }
        }
    }

    private static RunManifest begun(long seed) {
        return RunManifest.begin(
                NOON,
                new RunRequest(
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        seed,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty()),
                SampleRun.CODE,
                Optional.empty(),
                SampleRun.CASES,
                Optional.empty());
    }

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
