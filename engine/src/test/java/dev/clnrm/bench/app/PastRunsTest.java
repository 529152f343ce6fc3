package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.report.history.History;
import dev.clnrm.bench.report.history.Series;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.ForkLevel;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastRunsTest {
    private static final Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path runs = Path.of("");

    private void day(int day, double slowdown) {
        new SampleRun(12, List.of(JournalEntry.HEAD), 4, 100 + day, slowdown)
                .write(runs.resolve("day-" + day), FIRST.plusSeconds(86_400L * day));
    }

    private History history() throws Exception {
        PastRuns past = PastRuns.in(RunStore.in(runs));
        return past.history(
                name -> true,
                Rules.of(
                        BudgetsFile.empty("budgets.yaml"),
                        DeclaredRules.NONE,
                        past.names(),
                        past.names(),
                        LocalDate.of(2026, 1, 31)));
    }

    @Test
    void a_summary_gives_the_interval_of_all_samples() {
        day(0, 1);
        Held stored = PastRuns.in(RunStore.in(runs)).runs().get(0);
        List<Measured> whole = stored.whole().head(JournalEntry.HEAD).cases();
        assertThat(stored.summary().cases()).hasSize(12);
        Spreads ofSummary = PastRuns.spreads(stored.summary());
        Spreads ofSamples = Spreads.of(whole.stream().map(Measured::samples).toList());
        assertThat(ofSummary.moderated()).isTrue();
        for (int i = 0; i < whole.size(); i++) {
            CaseSummary one = stored.summary().cases().get(i);
            CaseSamples samples = whole.get(i).samples();
            assertThat(one.key()).isEqualTo(CaseKey.of(samples));
            assertThat(PastRuns.time(one, ofSummary, 0.95).orElseThrow().interval())
                    .isEqualTo(ForkLevel.time(samples, ofSamples, 0.95).interval());
        }
    }

    @Test
    void what_counts_operations_becomes_a_time_again() {
        CaseSummary one = new CaseSummary(
                new CaseKey(new CaseName("s", "b", Map.of()), Mode.THROUGHPUT),
                Conditions.UNKNOWN,
                Values.of(2e-6, 2e-6),
                0,
                Values.NONE,
                0,
                Optional.empty());
        Estimate time = PastRuns.time(one, Spreads.ALONE, 0.95).orElseThrow();
        assertThat(time.value().orElseThrow()).isWithin(1e-20).of(2e-6);
    }

    @Test
    void the_second_time_no_sample_is_read() throws Exception {
        day(0, 1);
        PastRuns first = PastRuns.in(RunStore.in(runs));
        Path samples = runs.resolve("day-0/samples.ndjson");
        Files.write(samples, new byte[(int) Files.size(samples)]);
        Files.setLastModifiedTime(samples, FileTime.from(FIRST));
        assertThat(PastRuns.in(RunStore.in(runs))).isEqualTo(first);
    }

    @Test
    void runs_stand_in_the_order_of_time_and_steps_where_they_happened() throws Exception {
        for (int day = 11; day >= 0; day--) {
            day(day, day < 7 ? 1 : 1.25);
        }
        History history = history();
        assertThat(history.runs()).hasSize(12);
        assertThat(history.runs().get(0).started()).isEqualTo(FIRST);
        Series series = history.cases().get(0).series().get(0);
        assertThat(series.steps()).hasSize(1);
        assertThat(series.steps().get(0).index()).isEqualTo(7);
        assertThat(series.steps().get(0).magnitude()).isWithin(0.03).of(0.25);
    }

    @Test
    void runs_on_another_machine_are_a_series_of_their_own() throws Exception {
        for (int day = 0; day < 12; day++) {
            day(day, day % 2 == 0 ? 1 : 2);
            if (day % 2 == 1) {
                Path file = runs.resolve("day-" + day + "/run.json");
                Files.writeString(file, Files.readString(file).replace("AMD EPYC 7763", "Intel Xeon"));
            }
        }
        History history = history();
        assertThat(history.platforms()).hasSize(2);
        for (Series series : history.cases().get(0).series()) {
            assertThat(series.points()).hasSize(6);
            assertThat(series.steps()).isEmpty();
        }
    }

    @Test
    void what_did_not_finish_is_left_out_and_what_cannot_be_read_is_named() throws Exception {
        day(0, 1);
        RunFolder.createAt(runs.resolve("running"), SampleRun.begun(FIRST)).close();
        Files.writeString(Files.createDirectory(runs.resolve("broken")).resolve("run.json"), "{");
        Files.createDirectory(runs.resolve("empty"));
        PastRuns past = PastRuns.in(RunStore.in(runs));
        assertThat(past.runs()).hasSize(1);
        assertThat(past.notes())
                .containsExactly("the run in " + runs.resolve("broken") + " is omitted: unexpected end-of-input");
    }

    @Test
    void runs_of_other_branches_are_noted_or_left_out(@TempDir Path folder) throws Exception {
        Sandbox sandbox = Sandbox.at(folder.resolve("project"));
        String first = sandbox.commit("one");
        sandbox.git("checkout", "-q", "-b", "topic");
        String topic = sandbox.commit("two");
        sandbox.git("checkout", "-q", "main");
        Repository repository = Repository.at(sandbox.folder(), System.getenv());
        PastRuns past = new PastRuns(List.of(of("a", first), of("b", topic)), List.of());

        assertThat(past.notingBranches(repository).runs()).hasSize(2);
        assertThat(past.notingBranches(repository).notes())
                .containsExactly("1 run is of a commit that HEAD does not contain; --branch HEAD leaves such runs out");
        assertThat(past.of("main", repository).runs()).containsExactly(of("a", first));
        assertThat(past.of("main", repository).notes())
                .containsExactly("1 run is not shown, because `main` does not contain the commit or it is not known");
        assertThat(past.of("topic", repository)).isEqualTo(past);
    }

    @Test
    void earlier_are_neither_runs_of_other_branches_nor_of_later_commits(@TempDir Path folder) throws Exception {
        Sandbox sandbox = Sandbox.at(folder.resolve("project"));
        String first = sandbox.commit("one");
        sandbox.git("checkout", "-q", "-b", "topic");
        String topic = sandbox.commit("two");
        sandbox.git("checkout", "-q", "main");
        String last = sandbox.commit("three");
        Repository repository = Repository.at(sandbox.folder(), System.getenv());
        Held elsewhere = of("e", "f".repeat(40));
        PastRuns past = new PastRuns(List.of(of("a", first), of("b", topic), of("c", last), elsewhere), List.of());

        assertThat(past.upTo("HEAD", repository).runs())
                .containsExactly(of("a", first), of("c", last), elsewhere)
                .inOrder();
        assertThat(past.upTo(first, repository).runs()).containsExactly(of("a", first), elsewhere);
    }

    private static Held of(String id, String commit) {
        return new Held(
                RunStore.in(Path.of("")),
                id,
                new RunSummary(id, FIRST, Optional.of(commit), false, Optional.empty(), List.of()));
    }

    @Test
    void a_copy_of_a_run_is_no_second_run() throws Exception {
        day(0, 1);
        Path copy = Files.createDirectory(runs.resolve("copy"));
        for (String file : List.of("run.json", "samples.ndjson")) {
            Files.copy(runs.resolve("day-0").resolve(file), copy.resolve(file));
        }
        assertThat(PastRuns.in(RunStore.in(runs)).runs()).hasSize(1);
    }

    @Test
    void parts_are_not_points_beside_the_run_that_they_were_merged_into() throws Exception {
        for (int day = 0; day < 3; day++) {
            day(day, 1);
        }
        String part = PastRuns.in(RunStore.in(runs)).runs().get(0).summary().id();
        try (RunFolder merged = RunFolder.resume(runs.resolve("day-2"))) {
            RunEnd end = new RunEnd(Optional.empty(), List.of(), List.of(part), List.of(), Optional.empty());
            merged.end(merged.manifest().ended(RunManifest.State.FINISHED, end, FIRST));
        }

        assertThat(PastRuns.in(RunStore.in(runs)).runs().stream().map(Held::name))
                .containsExactly("day-1", "day-2")
                .inOrder();
    }

    @Test
    void no_folder_is_no_run() {
        assertThat(PastRuns.in(RunStore.in(runs.resolve("none")))).isEqualTo(new PastRuns(List.of(), List.of()));
    }

    @Test
    void other_threads_are_a_case_of_their_own() throws Exception {
        for (int day = 0; day < 12; day++) {
            day(day, day < 6 ? 1 : 2);
            if (day >= 6) {
                Path file = runs.resolve("day-" + day + "/samples.ndjson");
                Files.writeString(file, Files.readString(file).replace("\"threads\":1,", "\"threads\":8,"));
            }
        }
        History history = history();

        assertThat(history.cases().stream()
                        .map(one -> one.key().name().variant().orElse(""))
                        .distinct())
                .containsExactly("1 thread", "8 threads");
        assertThat(history.cases().stream()
                        .flatMap(one -> one.series().stream())
                        .flatMap(one -> one.steps().stream()))
                .isEmpty();
    }
}
