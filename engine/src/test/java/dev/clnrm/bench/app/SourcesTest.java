package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.runs.BaselineNames;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines of one name on several platforms. */
class SourcesTest {
    private static final Instant STARTED = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private Path run(String name, String cpu, double slowdown) throws IOException {
        Path run = new SampleRun(1, List.of(JournalEntry.HEAD), 3, 1, slowdown).write(folder.resolve(name), STARTED);
        Path file = run.resolve("run.json");
        Files.writeString(file, Files.readString(file).replace(SampleRun.MACHINE.cpu(), cpu));
        return run;
    }

    private Sources saved(Path... runs) {
        RunStore store = RunStore.in(folder.resolve("store"));
        for (Path run : runs) {
            store.save(List.of(BaselineNames.of("main", RunFolder.read(run)), "main"), run);
        }
        return new Sources(store, folder.resolve("runs"), metric -> true);
    }

    private static double time(Pair pair) {
        return pair.base()
                .cases()
                .get(0)
                .samples()
                .finished()
                .get(0)
                .samples()
                .values()
                .mean();
    }

    @Test
    void the_baseline_of_the_heads_platform_is_compared_and_named() throws Exception {
        Path ours = run("ours", "AMD EPYC 7763", 1);
        Path theirs = run("theirs", "Apple M2", 3);
        Sources sources = saved(ours, theirs);

        Pair here = sources.both("main", run("head", "AMD EPYC 7763", 1).toString());
        Pair there = sources.both("main", run("other", "Apple M2", 1).toString());

        assertThat(here.base().label()).isEqualTo("main on Linux, x86-64, unknown JDK");
        assertThat(here.base().cases().get(0).conditions().host().orElseThrow()).contains("EPYC");
        assertThat(there.base().cases().get(0).conditions().host().orElseThrow())
                .contains("Apple");
        assertThat(time(there)).isGreaterThan(2 * time(here));
    }

    @Test
    void without_one_of_its_platform_it_is_the_one_saved_last() throws Exception {
        Sources sources = saved(run("ours", "AMD EPYC 7763", 1), run("theirs", "Apple M2", 3));

        Pair pair = sources.both("main", run("head", "Intel Xeon", 1).toString());

        assertThat(pair.base().cases().get(0).conditions().host().orElseThrow()).contains("Apple");
    }

    @Test
    void a_baseline_of_one_platform_is_called_by_its_name() throws Exception {
        Sources sources = saved(run("ours", "AMD EPYC 7763", 1));

        assertThat(sources.both("main", run("head", "Intel Xeon", 1).toString())
                        .base()
                        .label())
                .isEqualTo("main");
    }
}
