package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Spending;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRunTest {
    private static List<JournalEntry> forks(int each) {
        CaseName name = new CaseName("a", "x", Map.of());
        List<JournalEntry> forks = new ArrayList<>();
        for (String side : List.of(JournalEntry.BASE, JournalEntry.HEAD)) {
            for (int i = 0; i < each; i++) {
                forks.add(JournalEntry.finished(name, side, i, ForkSamples.of(Mode.AVERAGE, Values.of(1e-6))));
            }
        }
        return forks;
    }

    private static StoredRun planned(int most, int there) {
        PlannedCases cases = new PlannedCases(
                List.of(), List.of(), List.of(), List.of(), List.of(), Optional.of(most), Optional.empty());
        RunManifest manifest = RunManifest.begin(
                Instant.EPOCH, SampleRun.REQUEST, SampleRun.CODE, Optional.empty(), cases, Optional.empty());
        return new StoredRun(manifest, forks(there));
    }

    @Test
    void what_a_look_may_spend_follows_from_the_plan_and_not_from_the_forks_there_are_so_far() {
        assertThat(planned(20, 3).looks()).isEqualTo(Spending.each(3, 20));
        assertThat(planned(20, 9).looks()).isEqualTo(Spending.each(3, 20));
        assertThat(planned(4, 4).looks()).isEqualTo(Spending.each(3, 4));
    }

    @Test
    void the_plan_of_a_stranger_is_not_believed(@TempDir Path folder) {
        Path run = folder.resolve("run");
        StoredRun told = planned(1_000_000, 5);
        try (RunFolder written = RunFolder.createAt(run, told.manifest())) {
            try (var journal = written.journal()) {
                told.forks().forEach(journal::append);
            }
            written.end(told.manifest());
        }

        assertThat(StoredRun.read(run, Trust.FROM_A_STRANGER).looks()).isEqualTo(Spending.each(3, 5));
    }
}
