package dev.clnrm.bench.store;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Measured;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.stats.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every home of runs does. */
abstract class RunStoreContract {
    static final Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    /** The home of the test, as another program opens it. */
    abstract RunStore store() throws Exception;

    /** A finished run, measured somewhere else. */
    final Path run(int day, String... sides) {
        return new SampleRun(6, sides.length == 0 ? List.of(JournalEntry.HEAD) : List.of(sides), 4, 100 + day, 1)
                .write(folder.resolve("measured/day-" + day), FIRST.plusSeconds(86_400L * day));
    }

    final List<RunSummary> summaries() throws Exception {
        RunStore.Contents contents = store().read();
        assertThat(contents.notes()).isEmpty();
        return contents.runs().stream().map(Held::summary).toList();
    }

    static RunSummary summary(Path run) {
        return Summaries.ALL.of(run).orElseThrow();
    }

    @Test
    void a_home_that_is_not_there_holds_nothing() throws Exception {
        assertThat(store().read()).isEqualTo(new RunStore.Contents(List.of(), List.of()));
        assertThat(store().baselines()).isEmpty();
        assertThat(store().baseline("main")).isEmpty();
        assertThat(store().find("none")).isEmpty();
    }

    @Test
    void a_run_is_added_once_and_summed_up_exactly() throws Exception {
        Path one = run(0);
        Path two = run(1, JournalEntry.BASE, JournalEntry.HEAD);
        assertThat(store().add(one)).isTrue();
        assertThat(store().add(two)).isTrue();
        assertThat(store().add(one)).isFalse();
        assertThat(summaries()).containsExactly(summary(one), summary(two));
    }

    private Path interrupted() throws Exception {
        Path run = folder.resolve("measured/running");
        RunFolder.createAt(run, SampleRun.begun(FIRST)).close();
        Files.createFile(run.resolve("samples.ndjson"));
        return run;
    }

    @Test
    void a_run_that_did_not_finish_is_not_added() throws Exception {
        assertThat(store().add(interrupted())).isFalse();
        assertThat(summaries()).isEmpty();
    }

    @Test
    void a_run_that_did_not_finish_is_no_baseline() throws Exception {
        Path first = run(0);
        assertThat(store().save(List.of("main"), first)).isTrue();
        assertThat(store().save(List.of("main", "v1.4"), interrupted())).isFalse();
        assertThat(store().baselines()).containsExactly("main");
        assertThat(id(store().baseline("main"))).isEqualTo(summary(first).id());
    }

    @Test
    void a_run_that_is_fetched_is_judged_as_it_was() throws Exception {
        Path run = run(0, JournalEntry.BASE, JournalEntry.HEAD);
        store().add(run);
        StoredRun whole = StoredRun.read(run);
        StoredRun fetched = store().read().runs().get(0).whole();
        assertThat(fetched.manifest()).isEqualTo(whole.manifest());
        List<Interval> before = changes(whole);
        List<Interval> after = changes(fetched);
        assertThat(after).hasSize(before.size());
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).low()).isWithin(1e-5).of(before.get(i).low());
            assertThat(after.get(i).high()).isWithin(1e-5).of(before.get(i).high());
        }
        List<Measured> cases = fetched.head("").cases();
        for (int i = 0; i < cases.size(); i++) {
            Measured was = whole.head("").cases().get(i);
            assertThat(cases.get(i).conditions()).isEqualTo(was.conditions());
            assertThat(cases.get(i).samples().forks().get(0).samples().allocation())
                    .isEqualTo(was.samples().forks().get(0).samples().allocation());
        }
    }

    private static List<Interval> changes(StoredRun run) {
        return Judge.judge(run.toJudge(), Rules.none(), Trust.STORED).change().orElseThrow().verdicts().stream()
                .flatMap(verdict -> verdict.change().stream())
                .toList();
    }

    @Test
    void a_baseline_names_a_run_until_it_names_another() throws Exception {
        Path one = run(0);
        Path two = run(1);
        store().save(List.of("main"), one);
        store().save(List.of("v1.4"), one);
        assertThat(store().baselines()).containsExactly("main", "v1.4").inOrder();
        assertThat(id(store().baseline("main"))).isEqualTo(summary(one).id());
        store().save(List.of("main"), two);
        assertThat(id(store().baseline("main"))).isEqualTo(summary(two).id());
        assertThat(id(store().baseline("v1.4"))).isEqualTo(summary(one).id());
        assertThat(store().baseline("nightly")).isEmpty();
    }

    private static String id(Optional<Path> run) {
        return RunFolder.read(run.orElseThrow()).id();
    }

    @Test
    void a_name_leads_nowhere_else() throws Exception {
        store().add(run(0));
        for (String name : List.of("../measured/day-0", "/etc", "", ".", "a/b", "%", "' or 1=1 --")) {
            assertThat(store().find(name)).isEmpty();
            assertThat(store().baseline(name)).isEmpty();
        }
        Path hostile = run(1);
        Path file = hostile.resolve("run.json");
        String id = RunFolder.read(hostile).id();
        Files.writeString(file, Files.readString(file).replace(id, "../../" + id));
        assertThat(assertThrows(UnreadableFileException.class, () -> store().add(hostile)))
                .hasMessageThat()
                .contains("the name of the run in run.json is not valid");
    }

    @Test
    void names_of_cases_are_text_and_nothing_else() throws Exception {
        Path run = run(0);
        Path file = run.resolve("samples.ndjson");
        String hostile = "</script>'); drop table clnrm_bench_run; -- ../..\\\\ \\u0000 \\ud83d\\ude00 \\\"";
        Files.writeString(file, Files.readString(file).replace("growing_0", hostile));
        store().add(run);
        assertThat(summaries()).containsExactly(summary(run));
        assertThat(summary(run).cases().get(0).key().name().benchmark()).startsWith("</script>'); drop");
        assertThat(store().read().runs().get(0).whole().forks().get(0).name())
                .isEqualTo(StoredRun.read(run).forks().get(0).name());
    }

    @Test
    void eight_writers_at_once_lose_nothing_and_add_nothing_twice() throws Exception {
        List<Path> runs = new ArrayList<>();
        for (int day = 0; day < 8; day++) {
            runs.add(run(day));
        }
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> added = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            RunStore own = store();
            Path first = runs.get(writer);
            Path second = runs.get((writer + 1) % 8);
            added.add(writers.submit(() -> own.add(first)));
            added.add(writers.submit(() -> own.add(second)));
        }
        int times = 0;
        for (Future<Boolean> one : added) {
            times += one.get() ? 1 : 0;
        }
        writers.shutdown();
        assertThat(times).isEqualTo(8);
        assertThat(summaries())
                .containsExactlyElementsIn(
                        runs.stream().map(RunStoreContract::summary).toList());
    }
}
