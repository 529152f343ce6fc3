package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.app.Publication;
import dev.clnrm.bench.app.Statement;
import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.config.DeclarationException;
import dev.clnrm.bench.github.Order;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.RunFacts;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.samples.CaseSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a job with `mode: all` and its comment: `check` judges while it measures, and the statement judges the stored run. */
class OwnVerdictTest {
    private static final String BASE = "version: 1\n";
    private static final String WAIVED = BASE + "waivers:\n- {case: s/slower, until: 2999-01-01, because: a fix}\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void measured() throws IOException {
        new PullRequestBundle(folder).write();
    }

    private Path run() {
        return folder.resolve("bundle");
    }

    private static BudgetsFile file(String text) throws DeclarationException {
        return BudgetsReader.read("budgets.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<CaseName> names(List<CaseSamples> samples) {
        return samples.stream().map(CaseSamples::name).toList();
    }

    /** The exit status as `check` finds it. */
    private int log(String base, String head) throws DeclarationException {
        RunSamples samples = StoredRun.read(run(), Trust.MEASURED_HERE).toJudge();
        Rules rules = Rules.guarded(
                file(base),
                file(head),
                samples.code(),
                samples.base().map(side -> names(side.samples())).orElse(List.of()),
                names(samples.head().samples()));
        RunFacts facts = RunFacts.of(samples, Optional.empty(), List.of(), List.of());
        return Report.of(Judge.judge(samples, rules, Trust.MEASURED_HERE), List.of(), facts)
                .exit();
    }

    private Statement comment(String base, String head, Trust trust) throws DeclarationException {
        return new Publication(
                        PullRequestBundle.HEAD,
                        Optional.empty(),
                        Optional.empty(),
                        "budgets.yaml",
                        "main",
                        new Order(1, 1),
                        false,
                        Publication.Places.NONE,
                        Strictness.USUAL,
                        Selection.ALL)
                .statement(run(), Optional.of(base), Optional.of(head), trust, true);
    }

    private void exits(int status, String base, String head) throws DeclarationException {
        assertThat(log(base, head)).isEqualTo(status);
        assertThat(comment(base, head, Trust.MEASURED_HERE).exit()).isEqualTo(status);
    }

    @Test
    void a_waiver_that_the_change_adds_holds_in_both() throws Exception {
        exits(1, BASE, BASE);
        exits(0, BASE, WAIVED);
        exits(1, WAIVED, BASE);
        assertThat(comment(BASE, WAIVED, Trust.FROM_A_STRANGER).exit()).isEqualTo(1);
    }

    @Test
    void a_budget_that_the_change_adds_for_a_new_case_holds_in_both() throws Exception {
        StringBuilder forks = new StringBuilder();
        for (int fork = 0; fork < 5; fork++) {
            forks.append(PullRequestBundle.fork("fresh", "head", fork, 1));
        }
        Files.writeString(run().resolve("samples.ndjson"), forks, StandardOpenOption.APPEND);
        exits(0, WAIVED, WAIVED);
        exits(1, WAIVED, WAIVED + "budgets:\n  s/fresh: 500 ns\n");
        exits(0, WAIVED, WAIVED + "budgets:\n  s/same: 500 ns\n");
    }

    @Test
    void a_change_that_adds_all_cases_sets_their_budgets_in_both() throws Exception {
        StringBuilder forks = new StringBuilder();
        for (int fork = 0; fork < 5; fork++) {
            forks.append(PullRequestBundle.fork("fresh", "head", fork, 1));
        }
        Files.writeString(run().resolve("samples.ndjson"), forks);
        exits(1, BASE, BASE + "budgets:\n  s/fresh: 500 ns\n");
    }
}
