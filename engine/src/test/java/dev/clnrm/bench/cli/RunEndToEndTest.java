package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.faulty.ExitingSuite;
import dev.clnrm.bench.faulty.FaultyJar;
import dev.clnrm.bench.faulty.FaultySuite;
import dev.clnrm.bench.faulty.NoSuite;
import dev.clnrm.bench.faulty.PrintingSuite;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.faulty.ThrowingSuite;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.Journal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, from a file to an exit status. */
@Tag("slow")
class RunEndToEndTest {
    private final ProjectFolder project;
    private CommandLineRun last = new CommandLineRun(0, "", "");

    RunEndToEndTest(@TempDir Path folder) {
        this.project = new ProjectFolder(folder);
    }

    @AfterEach
    void a_users_fault_never_prints_a_stack_trace() {
        assertWithMessage(last.err()).that(last.stackTrace()).isFalse();
    }

    @Test
    void within_budget_is_status_0_and_the_run_is_kept() throws Exception {
        project.declare(SoundSuite.class, "budgets:", "  sound/average: 100 ms");
        last = project.measure("sound/average");

        assertWithMessage(last.out() + last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("average");
        assertThat(RunFolder.read(project.run()).state()).isEqualTo(RunManifest.State.FINISHED);
        assertThat(Journal.read(RunFolder.samples(project.run())).records()).hasSize(3);
        assertThat(Files.readString(project.run().resolve("jmh-result.json"))).contains("\"benchmark\"");
    }

    @Test
    void a_stored_run_is_shown_as_it_was_printed() throws Exception {
        project.declare(SoundSuite.class, "budgets:", "  sound/average: 1 us");
        CommandLineRun ran = project.measure("sound/average", "--wide");

        last = CommandLineRun.of(
                "show", project.run().toString(), "-f", project.file().toString(), "--wide");
        assertWithMessage(last.err()).that(last.status()).isEqualTo(1);
        assertThat(untimed(last.out())).isEqualTo(untimed(ran.out()));

        last = CommandLineRun.of(
                "show", project.run().toString(), "-f", project.file().toString(), "--format", "junit");
        assertThat(last.status()).isEqualTo(1);
        assertThat(last.out()).contains("<testsuite");
    }

    /** How long a run took is known to the second once it is stored. */
    private static String untimed(String text) {
        return text.replaceAll("forks in .* s,", "forks,");
    }

    @Test
    void what_is_not_a_run_is_not_shown() throws Exception {
        Path file = project.write("version: 1").file();
        last = CommandLineRun.of("show", file.toString());
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("is a file, not a run");

        last = CommandLineRun.of("show", project.folder().toString());
        assertThat(last.err()).contains("is a folder without run.json");

        last = CommandLineRun.of("show", "nothing-of-this-name");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("is not a baseline, a run or a JMH result file");
    }

    @Test
    void over_budget_is_status_1_and_json_is_all_that_is_printed_where_it_is_asked_for() throws Exception {
        project.declare(SoundSuite.class, "budgets:", "  sound/average: 1 us");
        last = project.measure("sound/average", "--format", "json");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(1);
        JsonNode json = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(last.out());
        assertThat(json.path("exit").intValue()).isEqualTo(1);
        assertThat(last.out()).contains("budgets.yaml:7");
    }

    @Test
    void one_failing_case_is_status_3_and_keeps_no_other_from_being_judged() throws Exception {
        project.declare(FaultySuite.class, "budgets:", "  faulty/sound: 1 ms", "  faulty/throws_checked: 1 ms");
        last = project.measure("faulty/sound", "faulty/throws_checked", "faulty/exits_with_0", "--forks", "2");

        assertThat(last.status()).isEqualTo(3);
        assertThat(last.out()).contains("java.io.IOException: the disk is on fire");
        assertThat(last.out()).contains("FaultySuite.throwChecked(FaultySuite.java:");
        assertThat(last.out()).contains("the code under test ended the JVM with status 0");
        assertThat(last.out()).contains("clnrm-bench run faulty/throws_checked --forks 1 --file " + project.file());
        assertThat(Journal.read(RunFolder.samples(project.run())).records()).hasSize(2 + 1 + 1);
        assertThat(RunFolder.read(project.run()).state()).isEqualTo(RunManifest.State.FINISHED);
    }

    @Test
    void a_proven_breach_stays_status_1_though_another_case_failed() throws Exception {
        project.declare(FaultySuite.class, "budgets:", "  faulty/program_fails: 1 ms", "  faulty/chatters: 1 ns");
        last = project.measure("program_fails", "chatters", "--forks", "3");

        assertWithMessage(last.out()).that(last.status()).isEqualTo(1);
    }

    @Test
    void a_filter_that_finds_nothing_names_the_nearest() throws Exception {
        project.declare(SoundSuite.class);
        last = project.measure("avrage");

        assertThat(last.status()).isEqualTo(2);
        assertThat(last.out()).isEmpty();
        assertThat(last.err()).startsWith("clnrm-bench: error: no case matches `avrage`");
        assertThat(last.err()).contains("did you mean `average`?");
    }

    @Test
    void a_suite_that_is_not_there_is_named_with_those_there_are() throws Exception {
        project.declare(SoundSuite.class);
        last = project.measure("--suite", "sund");

        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err())
                .isEqualTo("clnrm-bench: error: there is no suite `sund`\n      help: the suites are sound\n");

        last = CommandLineRun.of("list", "-f", project.file().toString(), "--suite", "sound", "--suite", "sund");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).startsWith("clnrm-bench: error: there is no suite `sund`");
    }

    @Test
    void a_missing_jar_is_shown_where_it_is_written_with_the_command_that_builds_it() throws Exception {
        project.write("suites:", "  micro:", "    jar: target/benchmarks.jar", "build: mvn -q package");
        last = project.measure();

        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).endsWith("""
                :3:10: error: the suite `micro` cannot be loaded: `target/benchmarks.jar` does not exist
                    3 |     jar: target/benchmarks.jar
                      |          ^^^^^^^^^^^^^^^^^^^^^
                      help: build the project first: `mvn -q package`
                """);
    }

    @Test
    void sources_that_cannot_be_loaded_are_named_all_at_once_before_anything_runs() throws Exception {
        Path jar = FaultyJar.path();
        Files.writeString(project.folder().resolve("text.jar"), "this is no jar");
        project.write(
                "version: 1",
                "suites:",
                "  missing: {classpath: missing.jar, suite: a.B}",
                "  text: {classpath: text.jar, suite: a.B}",
                "  empty: {jar: " + jar + "}",
                "  throwing: {classpath: " + jar + ", suite: " + ThrowingSuite.class.getName() + "}",
                "  exiting: {classpath: " + jar + ", suite: " + ExitingSuite.class.getName() + "}",
                "  no: {classpath: " + jar + ", suite: " + NoSuite.class.getName() + "}",
                "  string: {classpath: " + jar + ", suite: java.lang.String}",
                "  nowhere: {classpath: " + jar + ", suite: no.such.Suite}");
        last = project.measure();

        assertThat(last.status()).isEqualTo(2);
        for (String fault : List.of(
                ":3:24: error: the suite `missing` cannot be loaded: `missing.jar` does not exist",
                ":4:21: error: the suite `text` cannot be loaded: `text.jar` is not a jar",
                "has no JMH benchmarks: it lacks META-INF/BenchmarkList, or the list is empty",
                "-proc:full",
                "java.lang.IllegalStateException: the database is not there",
                "note: at dev.clnrm.bench.faulty.ThrowingSuite.declare(ThrowingSuite.java:",
                "the JVM ended with status 0 while suite `exiting` was declaring",
                "does not implement dev.clnrm.bench.dsl.BenchmarkSuite",
                "`java.lang.String`",
                "`no.such.Suite`")) {
            assertThat(last.err()).contains(fault);
        }
        assertThat(Files.exists(project.run())).isFalse();
    }

    @Test
    void a_suite_that_prints_while_declaring_prints_nothing_here() throws Exception {
        project.declare(PrintingSuite.class);
        last = CommandLineRun.of("list", "-f", project.file().toString(), "--json");

        assertThat(last.status()).isEqualTo(0);
        assertThat(new ObjectMapper().readTree(last.out()).isMissingNode()).isFalse();
        assertThat(last.err()).doesNotContain("hello");
    }

    @Test
    void wrong_options_are_status_2() throws Exception {
        project.declare(SoundSuite.class);
        for (List<String> wrong : List.of(
                List.of("--forks", "0"),
                List.of("--forks", "1001"),
                List.of("--sample-size", "0"),
                List.of("--sample-size", "-5"),
                List.of("--sample-size", "2147483647"),
                List.of("--time-budget", "0 s"),
                List.of("--timeout", "0 s"),
                List.of("--timeout", "soon"),
                List.of("--java", "99"),
                List.of("--no-such-option"))) {
            last = project.measure(wrong.toArray(String[]::new));

            assertWithMessage(wrong + last.err()).that(last.status()).isEqualTo(2);
            assertThat(last.out()).isEmpty();
            assertThat(last.err()).startsWith("clnrm-bench: error: ");
            assertThat(last.err().lines().count()).isAtMost(3);
            assertWithMessage(last.err()).that(last.stackTrace()).isFalse();
        }
    }

    @Test
    void a_folder_that_holds_a_run_is_not_measured_into_again() throws Exception {
        project.declare(SoundSuite.class);
        project.measure("single_shot");
        last = project.measure("single_shot");

        assertThat(last.status()).isEqualTo(3);
        assertThat(last.err()).startsWith(project.run() + ": error: holds a run already");

        last = project.resume();
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("holds a run that ended");
    }

    @Test
    void a_run_is_not_resumed_by_what_would_measure_something_else() throws Exception {
        Path jar = Files.copy(FaultyJar.path(), project.folder().resolve("suites.jar"));
        project.declare(jar, SoundSuite.class);
        last = project.measure("sound/average", "--time-budget", "1 ns");
        assertWithMessage(last.err()).that(last.status()).isEqualTo(3);
        assertThat(RunFolder.read(project.run()).state()).isEqualTo(RunManifest.State.INTERRUPTED);

        project.declare(jar, SoundSuite.class, "    measure: {jvm-args: [-Xmx300m]}");
        last = project.resume();
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err())
                .startsWith("clnrm-bench: error: the cases or how they are measured changed since the run began,"
                        + " so the run cannot be continued\n      help: start another run,");

        project.declare(jar, SoundSuite.class);
        Files.delete(jar);
        try (FileSystem zip = FileSystems.newFileSystem(Files.copy(FaultyJar.path(), jar))) {
            Files.writeString(zip.getPath("more.txt"), "more");
        }
        last = project.resume();
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).startsWith("clnrm-bench: error: the code that is measured changed since the run began,");
    }

    @Test
    void the_latest_run_is_looked_for_beside_the_file() throws Exception {
        project.declare(SoundSuite.class);
        String file = project.file().toString();
        last = CommandLineRun.of("run", "-f", file, "--resume");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("there is no run to continue in " + project.folder());

        CommandLineRun.of("run", "-f", file, "single_shot", "--time-budget", "1 ns");
        last = CommandLineRun.of("run", "-f", file, "--resume");
        assertThat(last.status()).isEqualTo(3);
        assertThat(last.out()).contains("resumed: kept 0 finished forks");
    }
}
