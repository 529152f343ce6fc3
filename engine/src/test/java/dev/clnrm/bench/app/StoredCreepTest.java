package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.runs.CaseSummary;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.stats.Interval;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCreepTest {
    private static final String BASE = "f".repeat(40);

    @TempDir
    private Path folder = Path.of("");

    private final List<Held> runs = new ArrayList<>();
    private Sandbox sandbox = Sandbox.of(folder);

    @BeforeEach
    void repository() throws Exception {
        sandbox = Sandbox.at(folder);
        sandbox.commit("release");
    }

    /** Commits, and a run of each that measured the ratio of a case. */
    private void measured(String benchmark, double... ratios) throws Exception {
        for (double ratio : ratios) {
            double noisy = ratio + runs.size() % 3 * 0.001;
            String commit = sandbox.commit("one more");
            String id = "run-" + runs.size();
            CaseSummary one = new CaseSummary(
                    new CaseKey(new CaseName("s", benchmark, Map.of()), Mode.AVERAGE),
                    Conditions.UNKNOWN,
                    Values.of(noisy, noisy),
                    0,
                    Values.NONE,
                    0,
                    Optional.of(new Interval(noisy * 0.99, noisy, noisy * 1.01, 0.95)));
            CheckedOut base = new CheckedOut(Optional.of("v1.0"), Optional.of(BASE), false);
            runs.add(new Held(
                    RunStore.in(Path.of("")),
                    id,
                    new RunSummary(
                            id,
                            Instant.EPOCH.plusSeconds(runs.size()),
                            Optional.of(commit),
                            false,
                            Optional.of(base),
                            List.of(one))));
        }
    }

    private void grown(String benchmark) throws Exception {
        measured(benchmark, 1, 1, 1, 1, 1.03, 1.06, 1.09, 1.12, 1.15, 1.18, 1.21, 1.21, 1.21, 1.21);
    }

    private List<String> creep() throws Exception {
        return StoredCreep.of(
                new PastRuns(runs, List.of()),
                runs.get(runs.size() - 1).summary().id(),
                Rules.none(),
                Repository.at(folder, System.getenv()));
    }

    @Test
    void growth_up_to_the_commit_is_told() throws Exception {
        grown("mix");

        assertThat(creep()).hasSize(1);
        assertThat(creep().get(0)).startsWith("grew gradually between ");
        assertThat(creep().get(0)).contains("mix +2");
    }

    @Test
    void growth_on_another_branch_is_not_told() throws Exception {
        sandbox.git("checkout", "-q", "-b", "topic");
        grown("mix");
        sandbox.git("checkout", "-q", "main");
        measured("mix", 1);

        assertThat(creep()).isEmpty();
    }

    @Test
    void growth_that_was_taken_back_is_not_told() throws Exception {
        grown("mix");
        measured("mix", 1, 1, 1, 1);

        assertThat(creep()).isEmpty();
    }

    @Test
    void growth_that_was_taken_back_in_part_is_told() throws Exception {
        grown("mix");
        measured("mix", 1.21, 1.21, 1.21, 1.21, 1.21, 1.21, 1.13, 1.13, 1.13, 1.13, 1.13, 1.13, 1.13, 1.13);

        assertThat(creep()).hasSize(1);
        assertThat(creep().get(0)).contains("mix +2");
    }

    @Test
    void growth_of_a_case_that_was_not_measured_is_not_told() throws Exception {
        grown("mix");
        measured("sort", 1);

        assertThat(creep()).isEmpty();
    }
}
