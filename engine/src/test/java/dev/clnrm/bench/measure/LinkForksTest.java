package dev.clnrm.bench.measure;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.faulty.FaultySuite;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Outcome.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Real forks of sound benchmarks, all in one run, and what is found in their records and around them. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkForksTest {
    private static final List<String> ALL = List.of(
            "average",
            "throughput",
            "sample",
            "single_shot",
            "two_threads",
            "two_threads_throughput",
            "one_state",
            "fresh",
            "allocating",
            "async",
            "torn_down",
            "surroundings",
            "program");

    private RealForks forks = new RealForks(Path.of(""));
    private Path signs = Path.of("");
    private List<JournalEntry> records = List.of();

    @BeforeAll
    void run(@TempDir Path folder) throws Exception {
        signs = Files.createDirectories(folder.resolve("signs"));
        forks = new RealForks(folder)
                .environment(SoundSuite.SIGNS, signs.toString())
                .environment("SOUND_PASSED", "yes")
                .environment("SOUND_SECRET", "hunter2");
        records = forks.run(SoundSuite.class, ALL.toArray(String[]::new));
    }

    @Test
    void an_iteration_of_the_warm_up_may_take_longer_than_the_time_limit(@TempDir Path folder) throws Exception {
        RealForks impatient = new RealForks(folder).timeout(1);
        PlannedCase planned = impatient.planned(SoundSuite.class, "average");
        Effort effort = new Effort(new Forks(1, 1), new Warmup.Fixed(1, 2), new Iterations(5, 0.01));

        JournalEntry record = impatient.fork(planned.with(planned.launch(), effort));

        assertThat(record.outcome()).isEqualTo(new Outcome.Finished());
    }

    @Test
    void every_fork_finishes_with_the_values_asked_for() {
        assertThat(records).hasSize(13 + 2 + 1 + 1);
        for (JournalEntry record : records) {
            assertWithMessage(record.toString()).that(record.outcome()).isEqualTo(new Outcome.Finished());
            int wanted = record.samples().mode() == Mode.SINGLE_SHOT ? 1 : 5;
            assertWithMessage(record.name().toString())
                    .that(record.samples().values().size())
                    .isEqualTo(wanted);
        }
    }

    @Test
    void every_fork_is_run_over_the_link() {
        assertThat(forks.notes()).isEmpty();
    }

    @Test
    void every_mode_gives_the_same_time_per_operation() {
        for (String benchmark : List.of("average", "throughput", "sample", "two_threads", "two_threads_throughput")) {
            for (double seconds :
                    record(benchmark).samples().secondsPerOperation().stream().toArray()) {
                assertWithMessage(benchmark).that(seconds).isAtLeast(0.002);
                assertWithMessage(benchmark).that(seconds).isLessThan(0.5);
            }
        }
        assertThat(record("throughput").samples().values().get(0)).isGreaterThan(100.0);
        assertThat(record("single_shot").samples().values().get(0)).isAtLeast(0.002);
        assertThat(record("single_shot").samples().steady()).isTrue();
    }

    @Test
    void sample_mode_keeps_the_distribution_of_every_iteration() {
        JournalEntry sample = record("sample");

        assertThat(sample.samples().histograms()).hasSize(5);
        assertThat(sample.samples().histograms().get(0).counts().stream().sum()).isAtLeast(1);
        assertThat(sample.samples().histograms().get(0).mean())
                .isWithin(1e-9)
                .of(sample.samples().values().get(0));
        assertThat(record("average").samples().histograms()).isEmpty();
    }

    @Test
    void threads_are_recorded_and_share_the_state() throws IOException {
        assertThat(record("average").samples().threads()).isEqualTo(1);
        assertThat(record("two_threads").samples().threads()).isEqualTo(2);
        assertThat(signs("one_state")).contains("peak 2");
    }

    @Test
    void allocation_of_fresh_inputs_is_not_the_bodys() {
        assertThat(least(allocation(record("fresh")))).isWithin(1.0).of(SoundSuite.FRESH_BYTES);
        assertThat(record("fresh").samples().secondary()).doesNotContainKey("preparedBytes");
    }

    @Test
    void each_case_gets_its_parameter() {
        for (int bytes : new int[] {1_000, 10_000}) {
            JournalEntry record = records.stream()
                    .filter(r -> r.name().params().equals(Map.of("bytes", Integer.toString(bytes))))
                    .findFirst()
                    .orElseThrow();
            assertThat(least(allocation(record))).isWithin(8.0).of(bytes + 16);
        }
    }

    @Test
    void a_stage_is_measured_to_its_completion() {
        assertThat(record("async").samples().values().stream().min().orElseThrow())
                .isAtLeast(0.002);
    }

    @Test
    void a_program_is_measured_from_start_to_end_without_what_it_leaves_behind() {
        double fastest = record("program").samples().values().stream().min().orElseThrow();

        assertThat(fastest).isAtLeast(0.02);
        // Its child keeps the output open until it is ended, 2 s later.
        assertThat(fastest).isLessThan(2.0);
    }

    @Test
    void the_first_fork_settles_the_warmup_and_the_others_have_the_same() {
        List<Integer> warmups = records.stream()
                .filter(r -> r.name().benchmark().equals("average"))
                .map(r -> r.samples().warmup().size())
                .toList();

        assertThat(warmups).hasSize(3);
        assertThat(warmups.get(0)).isAtLeast(1);
        assertThat(warmups.stream().distinct().toList()).hasSize(1);
    }

    @Test
    void what_was_set_up_is_torn_down_even_where_the_fork_is_ended_early() throws IOException {
        List<String> lines = signs("torn_down");

        assertThat(lines.stream().filter(line -> line.equals("set up")).count()).isAtLeast(2L);
        assertThat(lines.stream().filter(line -> line.equals("torn down")).count())
                .isEqualTo(lines.stream().filter(line -> line.equals("set up")).count());
    }

    @Test
    void a_fork_sees_few_variables_and_no_secret() throws IOException {
        List<String> variables = values("env ");

        assertThat(variables).contains("SOUND_PASSED=yes");
        assertThat(variables).contains(SoundSuite.SIGNS + "=" + signs);
        assertThat(String.join("\n", variables)).doesNotContain("hunter2");
        for (String variable : variables) {
            assertThat(variable)
                    .matches("(?s)(PATH|HOME|LANG|LC_ALL|TZ|SOUND_PASSED|SOUND_SIGNS|_|PWD|SHLVL|MALLOC_ARENA_MAX)=.*");
        }
    }

    @Test
    void home_and_temporary_folder_are_the_forks_own_and_gone_afterwards() throws IOException {
        String own = forks.scratch() + "/fork-";

        assertThat(values("tmp ").get(0)).startsWith(own);
        assertThat(values("env ").stream()
                        .filter(v -> v.startsWith("HOME=" + own))
                        .toList())
                .isNotEmpty();
        assertThat(values("left ").stream().map(Path::of).filter(Files::exists).toList())
                .isEmpty();
        assertThat(forks.leftovers()).isEmpty();
    }

    @Test
    void a_fork_sees_nothing_of_this_program() throws IOException {
        String paths = values("paths ").get(0);

        assertThat(paths).contains("suites.jar");
        assertThat(paths).contains("jmh-core");
        assertThat(paths).doesNotContain("picocli");
        assertThat(paths).doesNotContain("jackson");
        assertThat(paths).doesNotContain("clnrm-bench.jar");
    }

    @Test
    void an_ordinary_fork_starts_without_an_archive(@TempDir Path folder) throws Exception {
        RealForks ordinary = new RealForks(folder).withoutArchives();
        PlannedCase average = ordinary.planned(SoundSuite.class, "average");
        Session plain = ordinary.session();
        Archives archives = new Archives(plain);

        assertThat(archives.startOf(average, new LinkForks(plain, archives)))
                .isEqualTo(Archives.Start.plain(average.launch()));
    }

    @Test
    void a_first_short_fork_leaves_an_archive_from_which_the_others_start() throws Exception {
        List<String> vm = values("vm ");
        assertThat(vm).hasSize(2);
        assertThat(vm.get(0)).contains("-XX:ArchiveClassesAtExit=");
        assertThat(vm.get(1)).contains("-XX:SharedArchiveFile=");

        String archive = vm.get(1).replaceFirst("(?s).*-XX:SharedArchiveFile=([^,]*),.*", "$1");
        Process java = new ProcessBuilder(
                        Jvm.own().launcher().toString(),
                        "-XX:SharedArchiveFile=" + archive,
                        "-XX:+UseG1GC",
                        "-Xlog:class+load",
                        "-cp",
                        values("paths ").get(1),
                        "org.openjdk.jmh.runner.ForkedMain")
                .redirectErrorStream(true)
                .start();
        String loaded = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(loaded).containsMatch("org.openjdk.jmh.runner.ForkedMain source: shared objects file \\(top\\)");
    }

    @Test
    void forks_run_on_the_jdk_that_is_asked_for(@TempDir Path folder) throws Exception {
        assumeTrue(present("25"), "no JDK 25 on this machine");
        Path other = Files.createDirectories(folder.resolve("signs"));
        RealForks later = new RealForks(folder).java("25").environment(SoundSuite.SIGNS, other.toString());
        List<JournalEntry> on25 = later.run(SoundSuite.class, "fresh", "sample", "surroundings", "torn_down");

        for (JournalEntry record : on25) {
            assertWithMessage(record.toString()).that(record.outcome()).isEqualTo(new Outcome.Finished());
        }
        assertThat(Files.readAllLines(other.resolve("surroundings"))).contains("java 25");
        assertThat(least(allocation(on25.stream()
                        .filter(r -> r.name().benchmark().equals("fresh"))
                        .findFirst()
                        .orElseThrow())))
                .isWithin(1.0)
                .of(SoundSuite.FRESH_BYTES);
        List<String> tornDown = Files.readAllLines(other.resolve("torn_down"));
        assertThat(tornDown.stream().filter(line -> line.equals("torn down")).count())
                .isEqualTo(tornDown.size() / 2);
        for (String warning : List.of("WARNING", "sun.misc.Unsafe")) {
            try (var logs = Files.list(later.logs())) {
                for (Path log : logs.toList()) {
                    assertThat(Files.readString(log)).doesNotContain(warning);
                }
            }
        }
    }

    @Test
    void a_fork_killed_from_outside_says_so(@TempDir Path folder) throws Exception {
        RealForks own = new RealForks(folder);
        PlannedCase hangs = own.planned(FaultySuite.class, "hangs");
        CompletableFuture<Outcome.Failed> failure = CompletableFuture.supplyAsync(() -> {
            try {
                return own.failure(hangs);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        Optional<ProcessHandle> fork = Optional.empty();
        for (int i = 0; i < 500 && fork.isEmpty(); i++) {
            Thread.sleep(20);
            fork = ProcessHandle.current()
                    .children()
                    .filter(p -> p.info().commandLine().orElse("").contains(own.scratch() + "/fork-0"))
                    .findFirst();
        }
        Thread.sleep(300);
        fork.orElseThrow().destroyForcibly();

        assertThat(failure.get().cause()).isEqualTo(Cause.CRASHED);
        assertThat(failure.get().message())
                .isEqualTo("the JVM was ended by signal 9, which usually means that memory ran out");
    }

    @Test
    void a_missing_java_is_said(@TempDir Path folder) throws Exception {
        RealForks own = new RealForks(folder);
        PlannedCase sound = own.planned(FaultySuite.class, "sound");
        Outcome.Failed failed = own.failure(RealForks.onJvm(sound, new Jvm(folder.resolve("gone"), "17.0.1", "")));

        assertThat(failed.cause()).isEqualTo(Cause.NOT_STARTED);
        assertThat(failed.message())
                .startsWith("its process could not be started: Cannot run program \"" + folder + "/gone/bin/java\"");
    }

    @Test
    void a_class_path_without_jmh_is_said(@TempDir Path folder) throws Exception {
        RealForks own = new RealForks(folder);
        PlannedCase sound = own.planned(FaultySuite.class, "sound");
        Outcome.Failed failed = own.failure(RealForks.without(sound, "jmh-core"));

        assertThat(failed.cause()).isEqualTo(Cause.NOT_STARTED);
        assertThat(failed.message())
                .isEqualTo("Error: Could not find or load main class org.openjdk.jmh.runner.ForkedMain"
                        + " (the JVM ended with status 1 before it connected)");
        assertThat(String.join("\n", failed.lastLines())).contains("org.openjdk.jmh.runner.ForkedMain");
    }

    private static boolean present(String version) {
        try {
            return Jvm.find(version, System.getenv()).feature() > 0;
        } catch (CannotLoad e) {
            return false;
        }
    }

    private JournalEntry record(String benchmark) {
        return records.stream()
                .filter(r -> r.name().benchmark().equals(benchmark))
                .findFirst()
                .orElseThrow();
    }

    private static double[] allocation(JournalEntry record) {
        return record.samples().allocation().stream().toArray();
    }

    /** The value nearest to what a body allocates: whatever else an iteration allocates is spread over its operations and only adds. */
    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private List<String> signs(String benchmark) throws IOException {
        return Files.readAllLines(signs.resolve(benchmark));
    }

    /** What the fork said of its surroundings in lines that start so. */
    private List<String> values(String start) throws IOException {
        return signs("surroundings").stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }
}
