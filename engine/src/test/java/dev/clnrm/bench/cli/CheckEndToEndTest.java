package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.faulty.FaultyJar;
import dev.clnrm.bench.faulty.PrintingSuite;
import dev.clnrm.bench.faulty.SoundSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two revisions of a real repository, measured by real forks. */
class CheckEndToEndTest {
    @TempDir
    Path folder = Path.of("");

    private CommandLineRun last = new CommandLineRun(0, "", "");

    private String file() {
        return folder.resolve("budgets.yaml").toString();
    }

    private void git(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        line.addAll(List.of(words));
        int status = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(status).isEqualTo(0);
    }

    private void commit(String... further) throws IOException, InterruptedException {
        new ProjectFolder(folder).declare(SoundSuite.class, further);
        Files.writeString(folder.resolve(".gitignore"), ".clnrm-bench/\n");
        git("add", "-A");
        git("commit", "-q", "--allow-empty", "-m", "state");
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(".clnrm-bench/runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    @Test
    void the_same_code_is_measured_and_judged_and_both_sides_are_kept() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        Files.writeString(folder.resolve("notes.txt"), "nothing that runs");

        last = CommandLineRun.of(
                "check", "-f", file(), "sound/average", "--format", "json", "--seed", "7", "--fail-on", "never");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("\"family\": 1");
        String run = Files.readString(onlyRun().resolve("run.json"));
        assertThat(run).containsMatch("\"sameCode\" : \\[ *\"sound/average\" *\\]");
        assertThat(run).contains("\"label\" : \"work tree\"");
        assertThat(run).contains("\"dirty\" : true");
        String samples = Files.readString(onlyRun().resolve("samples.ndjson"));
        long ofBase = samples.lines()
                .filter(line -> line.contains("\"side\":\"base\""))
                .count();
        assertWithMessage("three forks a side, and those of blocks that a busy machine disturbed")
                .that(ofBase)
                .isAtLeast(3);
        assertThat(samples.lines().count()).isEqualTo(2 * ofBase);
    }

    @Test
    void a_check_is_continued_only_if_its_forks_are_measured_as_before() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        Files.writeString(folder.resolve("notes.txt"), "nothing that runs");
        last = CommandLineRun.of("check", "-f", file(), "sound/average", "--seed", "7", "--fail-on", "never");
        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        Path samples = onlyRun().resolve("samples.ndjson");
        Files.write(samples, Files.readAllLines(samples).subList(0, 2));
        rewriteRun("\"state\" : \"finished\"", "\"state\" : \"running\"");

        String declared = Files.readString(folder.resolve("budgets.yaml"));
        Files.writeString(folder.resolve("budgets.yaml"), declared + "measure: {jvm-args: [-Xmx96m]}\n");
        last = CommandLineRun.of("check", "-f", file(), "--resume");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("the cases or how they are measured changed since the run began");
        Files.writeString(folder.resolve("budgets.yaml"), declared);

        String processors = "\"processors\" : " + Runtime.getRuntime().availableProcessors();
        rewriteRun(processors, "\"processors\" : 512");
        last = CommandLineRun.of("check", "-f", file(), "--resume");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("the run began on another machine, so it cannot be continued");
        assertThat(last.err()).contains(", 512 processors, ");
        rewriteRun("\"processors\" : 512", processors);

        last = CommandLineRun.of("check", "-f", file(), "--resume");
        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("resumed: kept 2 finished forks");
    }

    private void rewriteRun(String before, String after) throws IOException {
        Path run = onlyRun().resolve("run.json");
        String content = Files.readString(run);
        assertThat(content).contains(before);
        Files.writeString(run, content.replace(before, after));
    }

    @Test
    void a_case_the_head_has_no_more_is_a_row_of_every_output_and_of_the_page() throws Exception {
        git("init", "-q", "-b", "main");
        commit("  printing:", "    classpath: " + FaultyJar.path(), "    suite: " + PrintingSuite.class.getName());
        commit();

        last = CommandLineRun.of(
                "compare",
                "HEAD~1",
                "HEAD",
                "-f",
                file(),
                "--only",
                "sound/average",
                "--only",
                "printing",
                "--seed",
                "7");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("was removed");
        assertThat(last.out()).containsMatch("(?m)^  sound +– +– +- removed$");
        Path page = folder.resolve("page.html");
        CommandLineRun report =
                CommandLineRun.of("report", onlyRun().toString(), "-f", file(), "--out", page.toString());
        assertWithMessage(report.err()).that(report.status()).isEqualTo(0);
        assertThat(Files.readString(page)).contains("was removed");
        assertThat(Files.readString(page)).contains("seed 7");
    }

    @Test
    void a_head_with_new_cases_alone_is_measured_and_fails_nothing() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        commit("  printing:", "    classpath: " + FaultyJar.path(), "    suite: " + PrintingSuite.class.getName());

        last = CommandLineRun.of("compare", "HEAD~1", "HEAD", "-f", file(), "--only", "printing");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.out()).contains("every case is new: nothing to compare yet");
    }

    @Test
    void unchanged_code_that_reads_files_is_measured_though_it_was_to_be_left_out() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        Files.writeString(folder.resolve("data.txt"), "1");
        commit();

        last = CommandLineRun.of(
                "compare",
                "HEAD~1",
                "HEAD",
                "-f",
                file(),
                "--only",
                "sound/average",
                "--unchanged-code",
                "skip",
                "--format",
                "json",
                "--fail-on",
                "never");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.out())
                .contains("measured although the change reaches none of their code,"
                        + " because they may read other files: 1 case");
    }

    @Test
    void two_revisions_with_the_same_files_are_done_with_at_once() throws Exception {
        git("init", "-q", "-b", "main");
        commit();

        last = CommandLineRun.of("check", "-f", file());

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.err()).contains("clnrm-bench: nothing was measured: main (");
        assertThat(last.err()).contains(" have the same files; ");
        assertThat(last.out()).isEmpty();
    }

    @Test
    void a_revision_among_the_filters_is_said_to_be_one() throws Exception {
        git("init", "-q", "-b", "main");
        commit();

        last = CommandLineRun.of("check", "-f", file(), "main", ".");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("`main` is a revision, but `check` takes filters of cases");
        assertThat(last.err()).contains("clnrm-bench check --base main");

        last = CommandLineRun.of("check", "-f", file(), "--base", "main", ".");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("`.` is no filter of cases");

        last = CommandLineRun.of("check", "-f", file(), "--only", "main");
        assertThat(last.err()).doesNotContain("is a revision");
    }

    @Test
    void documents_alone_are_not_measured_unless_a_case_may_read_them() throws Exception {
        git("init", "-q", "-b", "main");
        commit();
        Files.writeString(folder.resolve("notes.md"), "nothing that runs");
        commit();

        last = CommandLineRun.of("compare", "HEAD~1", "HEAD", "-f", file(), "--only", "fresh", "--quiet");

        assertWithMessage(last.err()).that(last.status()).isEqualTo(0);
        assertThat(last.err())
                .isEqualTo("clnrm-bench: nothing was measured: only documents changed, and no case can read them\n");
    }

    @Test
    void a_base_that_does_not_build_is_said_with_its_last_lines() throws Exception {
        git("init", "-q", "-b", "main");
        commit("build: echo no such symbol && false");
        commit("build: 'true'");

        last = CommandLineRun.of("compare", "HEAD~1", "HEAD", "-f", file());

        assertThat(last.status()).isEqualTo(3);
        assertThat(last.err()).contains("does not build, so nothing was measured");
        assertThat(last.err()).contains("no such symbol");
        assertThat(last.err()).doesNotContain("Exception");
    }

    @Test
    void a_revision_that_is_not_there_is_said_to_be_none() throws Exception {
        git("init", "-q", "-b", "main");
        commit();

        last = CommandLineRun.of("compare", "HEAD~1", "HEAD", "-f", file(), "--quick");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("unknown revision `HEAD~1`");

        last = CommandLineRun.of("compare", "HEAD~1", "HEAD", "-f", file());
        assertThat(last.err()).contains("unknown revision `HEAD~1`");
    }

    @Test
    void what_cannot_be_compared_is_said() throws Exception {
        new ProjectFolder(folder).declare(SoundSuite.class);
        last = CommandLineRun.of("check", "-f", file());
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("is not in a git repository");

        git("init", "-q", "-b", "main");
        commit();
        last = CommandLineRun.of("check", "-f", file(), "--base", "mian");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("unknown revision `mian`");

        last = CommandLineRun.of("check", "-f", file(), "--forks", "2");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("at least 3");

        last = CommandLineRun.of("check", "-f", file(), "--resume");
        assertThat(last.status()).isEqualTo(2);
        assertThat(last.err()).contains("there is no run of two sides to resume");

        for (List<String> changed : List.of(
                List.of("check", "average"),
                List.of("check", "--only", "average"),
                List.of("check", "--base", "main"),
                List.of("check", "--full"),
                List.of("check", "--until", "decided"),
                List.of("compare", "HEAD", "HEAD", "--forks", "9"),
                List.of("compare", "HEAD", "HEAD", "--only", "average"),
                List.of("calibrate", "average"))) {
            List<String> words = new ArrayList<>(changed);
            words.addAll(List.of("-f", file(), "--resume"));
            last = CommandLineRun.of(words.toArray(String[]::new));

            assertWithMessage(changed + last.err()).that(last.status()).isEqualTo(2);
            assertThat(last.err()).contains("--resume continues the run as it was started");
        }
    }
}
