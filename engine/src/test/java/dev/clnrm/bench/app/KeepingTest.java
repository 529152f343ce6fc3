package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_run_that_a_store_does_not_take_is_there_or_replaced() {
        Path run = new SampleRun(1, List.of(JournalEntry.HEAD), 2, 1, 1)
                .write(folder.resolve("run"), Instant.parse("2026-01-31T12:00:00Z"));
        RunStore home = RunStore.in(folder.resolve("home"));
        Keeping keeping = new Keeping(Optional.empty(), Optional.empty(), Optional.of(home));
        RunManifest manifest = RunFolder.read(run);

        assertThat(keeping.added(run, manifest)).hasValue("added to " + home);
        assertThat(keeping.added(run, manifest)).hasValue("already in " + home + ", or a later run replaces it");
    }
}
