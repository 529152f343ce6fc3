package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.git.Repository;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.reach.PastChange;
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
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastChangesTest {
    private static final CaseName NAME = new CaseName("s", "b", Map.of());

    @TempDir
    Path folder = Path.of("");

    private final List<String> commits = new ArrayList<>();

    @BeforeEach
    void three_commits() throws Exception {
        Sandbox repository = Sandbox.at(folder);
        for (String file : List.of("README.md", "A.java", "B.java")) {
            repository.write(file, file);
            commits.add(repository.commit(file));
        }
    }

    private static Held run(String base, String head, double ratio) {
        return run(base, head, ratio, 0.02);
    }

    private static Held run(String base, String head, double ratio, double spread) {
        CaseSummary one = new CaseSummary(
                new CaseKey(NAME, Mode.AVERAGE),
                Conditions.UNKNOWN,
                Values.of(1e-6, 1e-6),
                0,
                Values.NONE,
                0,
                Optional.of(new Interval(ratio * (1 - spread), ratio, ratio * (1 + spread), 0.95)));
        return new Held(
                RunStore.in(Path.of("")),
                head,
                new RunSummary(
                        head,
                        Instant.EPOCH,
                        Optional.of(head),
                        false,
                        Optional.of(new CheckedOut(Optional.of("base"), Optional.of(base), false)),
                        List.of(one)));
    }

    private List<PastChange> changes(Held... runs) throws Exception {
        Repository repository = Repository.at(folder, System.getenv());
        return new PastChanges(repository, Rules.none(), repository.commits()).of(List.of(runs));
    }

    @Test
    void a_run_measures_what_changed_between_its_sides() throws Exception {
        assertThat(changes(run(commits.get(0), commits.get(2), 1.2)))
                .containsExactly(new PastChange(Set.of("A.java", "B.java"), Map.of(NAME, true)));
        assertThat(changes(run(commits.get(0), commits.get(2), 1.01)))
                .containsExactly(new PastChange(Set.of("A.java", "B.java"), Map.of(NAME, false)));
    }

    @Test
    void of_runs_beside_one_base_each_measures_what_changed_since_the_one_before() throws Exception {
        assertThat(changes(
                        run(commits.get(0), commits.get(2), 1.21),
                        run(commits.get(0), commits.get(1), 1.2),
                        run(commits.get(0), commits.get(0), 1)))
                .containsExactly(
                        new PastChange(Set.of("A.java"), Map.of(NAME, true)),
                        new PastChange(Set.of("B.java"), Map.of(NAME, false)))
                .inOrder();
    }

    @Test
    void what_is_not_proven_tells_nothing() throws Exception {
        assertThat(changes(run(commits.get(0), commits.get(1), 1.2, 0.3)))
                .containsExactly(new PastChange(Set.of("A.java"), Map.of()));
        assertThat(changes(run(commits.get(0), commits.get(1), 1.01, 0.3)))
                .containsExactly(new PastChange(Set.of("A.java"), Map.of(NAME, false)));
    }

    @Test
    void commits_that_are_gone_tell_nothing() throws Exception {
        assertThat(changes(run(commits.get(0), "0".repeat(40), 1.2))).isEmpty();
    }
}
