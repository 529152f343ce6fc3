package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From measuring to what is read of a store, on each home. */
@Tag("slow")
class StoreEndToEndTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private ProjectFolder project = new ProjectFolder(Path.of(""));

    @BeforeEach
    void project() throws Exception {
        Sandbox.at(folder).write("README", "hello\n").commit("one");
        project = new ProjectFolder(folder).declare(SoundSuite.class);
    }

    private CommandLineRun bench(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", project.file().toString()));
        CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
        assertWithMessage(run.err()).that(run.stackTrace()).isFalse();
        return run;
    }

    private CommandLineRun good(String... words) throws Exception {
        CommandLineRun run = bench(words);
        assertWithMessage(run.out() + run.err()).that(run.status()).isEqualTo(0);
        return run;
    }

    private String in(String store) {
        return store.replace("FOLDER", folder.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOLDER/home", "git:performance", "jdbc:sqlite:FOLDER/runs.db"})
    void each_home_shows_what_the_folder_of_the_runs_shows(String spelling) throws Exception {
        String store = in(spelling);
        List<String> push = new ArrayList<>(List.of("push"));
        for (int day = 0; day < 12; day++) {
            push.add(new SampleRun(6, List.of(JournalEntry.HEAD), 4, 100 + day, day < 7 ? 1 : 1.25)
                    .write(folder.resolve("runs/day-" + day), FIRST.plusSeconds(86_400L * day))
                    .toString());
        }
        push.addAll(List.of("--store", store));
        assertThat(good(push.toArray(String[]::new)).out()).endsWith("day-11 added to " + store + "\n");
        assertThat(good(push.toArray(String[]::new)).out())
                .endsWith("day-11 is already in " + store + ", or a later run replaces it\n");
        String runs = folder.resolve("runs").toString();
        for (String format : List.of("table", "json", "csv")) {
            assertThat(good("history", "*", "--format", format, "--store", store)
                            .out())
                    .isEqualTo(good("history", "*", "--format", format, "--runs", runs)
                            .out());
        }
        good("dashboard", "--store", store, "--out", folder.resolve("site").toString());
        good("dashboard", "--store", runs, "--out", folder.resolve("other").toString());
        assertThat(Files.readString(folder.resolve("site/data/history.json")))
                .isEqualTo(Files.readString(folder.resolve("other/data/history.json")));
        String id = RunFolder.read(folder.resolve("runs/day-3")).id();
        assertThat(good("show", id, "--store", store).out()).contains("growing_0");
        good("compare", id, folder.resolve("runs/day-4").toString(), "--store", store);
        good(
                "report",
                id,
                "--store",
                store,
                "--out",
                folder.resolve("report.html").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOLDER/home", "git:performance", "jdbc:sqlite:FOLDER/runs.db"})
    void a_run_is_added_when_it_has_finished_and_is_a_baseline_there(String spelling) throws Exception {
        String store = in(spelling);
        CommandLineRun ran = good("run", "sound/average", "--store", store, "--save-baseline", "main");
        assertThat(ran.out().replaceAll("\\s+", " ")).contains("added to " + store);
        assertThat(good("history", "average", "--store", store, "--format", "csv")
                        .out()
                        .lines())
                .hasSize(2);
        assertThat(bench("run", "sound/average", "--store", store, "--baseline", "main")
                        .out())
                .contains("main");
        assertThat(good("history", "average", "--store", store, "--format", "csv")
                        .out()
                        .lines())
                .hasSize(3);
        assertThat(bench("run", "sound/average", "--baseline", "main").err()).contains("there is no baseline `main`");
    }

    @Test
    void a_store_that_cannot_be_used_is_said_before_anything_is_measured() throws Exception {
        CommandLineRun none = bench("run", "sound/average", "--store", "jdbc:postgresql://127.0.0.1:9/runs");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("jdbc:postgresql://127.0.0.1:9/runs: error: the database cannot be used: ");
        assertThat(none.err()).contains("help: start the server");
        assertThat(Files.exists(folder.resolve(".clnrm-bench/runs"))).isFalse();
        CommandLineRun bad = bench("history", "x", "--store", "git:-x");
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err()).startsWith("git:-x: error: `-x` cannot be the name of a branch");
        CommandLineRun secret = bench("history", "x", "--store", "jdbc:postgresql://me:s3cret@db/runs");
        assertThat(secret.status()).isEqualTo(2);
        assertThat(secret.err()).doesNotContain("s3cret");
    }

    @Test
    void a_store_that_cannot_be_written_changes_no_verdict_and_notes_say_what_to_do() throws Exception {
        Path runs = folder.resolve(".clnrm-bench/runs");
        project.declare(
                SoundSuite.class,
                "hooks:",
                "  before-run: rm -rf " + folder.resolve("home") + " && touch " + folder.resolve("home"));
        Files.createDirectory(folder.resolve("home"));
        String store = folder.resolve("home/all runs").toString();
        CommandLineRun ran = bench("run", "sound/average", "--store", store, "--save-baseline", "main");
        assertWithMessage(ran.err()).that(ran.status()).isEqualTo(0);
        Path kept;
        try (Stream<Path> all = Files.list(runs)) {
            kept = all.findFirst().orElseThrow();
        }
        assertThat(RunFolder.read(kept).finished()).isTrue();
        assertWithMessage(ran.out() + ran.err())
                .that((ran.out() + ran.err()).replaceAll("\\s+", " "))
                .contains("the run is not in " + store);
        assertThat(ran.out().replaceAll("\\s+", " ")).contains(" --store '" + store + "'`");
        assertThat(ran.out().replaceAll("\\s+", " ")).contains("the baseline `main` is not saved in " + store);
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("`clnrm-bench run --save-baseline main --store '" + store + "'`");
    }

    @Test
    void half_a_run_is_not_pushed() throws Exception {
        Path run = folder.resolve("begun");
        RunFolder.createAt(run, SampleRun.begun(FIRST)).close();
        CommandLineRun refused =
                bench("push", run.toString(), "--store", folder.resolve("home").toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).startsWith("clnrm-bench: note: " + run + " is skipped: the run did not finish\n");
        assertThat(refused.err()).contains("there is no finished run to add");
        assertThat(refused.err()).contains("continue a run that did not finish with --resume");
        Path whole = new SampleRun(1, List.of(JournalEntry.HEAD), 2, 1, 1).write(folder.resolve("whole"), FIRST);
        Path killed = new SampleRun(1, List.of(JournalEntry.HEAD), 2, 1, 1).write(folder.resolve("x.tmp"), FIRST);
        String store = folder.resolve("home").toString();
        CommandLineRun left = bench("push", killed.toString(), "--store", store);
        assertThat(left.status()).isEqualTo(2);
        assertThat(left.err()).contains(killed + " is skipped: a killed program left it incomplete\n");
        assertThat(left.err()).doesNotContain("--resume");
        CommandLineRun pushed = good("push", run.toString(), killed.toString(), whole.toString(), "--store", store);
        assertThat(pushed.out()).isEqualTo(whole + " added to " + store + "\n");
        assertThat(pushed.err())
                .isEqualTo("clnrm-bench: note: " + run + " is skipped: the run did not finish\nclnrm-bench: note: "
                        + killed + " is skipped: a killed program left it incomplete\n");
    }
}
