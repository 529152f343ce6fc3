package dev.clnrm.bench.runs;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.app.PastRuns;
import dev.clnrm.bench.judge.BudgetVerdict;
import dev.clnrm.bench.judge.ChangeJudgement;
import dev.clnrm.bench.judge.ChangeVerdict;
import dev.clnrm.bench.judge.DeclaredRules;
import dev.clnrm.bench.judge.HeadJudgement;
import dev.clnrm.bench.judge.Judge;
import dev.clnrm.bench.judge.Rules;
import dev.clnrm.bench.judge.RunSamples;
import dev.clnrm.bench.judge.SomeRules;
import dev.clnrm.bench.judge.Trust;
import dev.clnrm.bench.model.Budget;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Limit;
import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.model.Time;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Pair;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.stats.Estimate;
import dev.clnrm.bench.stats.Measurement;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.stats.Spreads;
import dev.clnrm.bench.store.Held;
import dev.clnrm.bench.store.RunStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run has one interval for each case, whichever way it is shown, and whatever else is shown beside it. */
class OneIntervalTest {
    private static final Instant STARTED = Instant.parse("2026-01-31T12:00:00Z");
    private static final Place HERE = new Place("budgets.yaml", 1, 1);

    @TempDir
    private Path runs = Path.of("");

    private Path folder = Path.of("");
    private final Map<CaseName, Estimate> judged = new LinkedHashMap<>();

    @BeforeEach
    void judge_as_the_run_does() {
        folder = new SampleRun(30, List.of(JournalEntry.BASE, JournalEntry.HEAD), 3, 5, 1)
                .write(runs.resolve("run"), STARTED);
        List<JournalEntry> records = new ArrayList<>(StoredRun.read(folder).forks());
        Collections.reverse(records);
        Side alone = new StoredRun(StoredRun.read(folder).manifest(), records).head("");
        HeadJudgement judgement = Judge.judge(
                        RunSamples.of(alone, DeclaredRules.NONE), Rules.none(), Trust.MEASURED_HERE)
                .head();
        for (Measurement one : judgement.measurements()) {
            judged.put(one.name(), one.time());
        }
        assertThat(judged).hasSize(30);
        assertThat(judgement.measurements().get(0).precision().orElseThrow().degrees())
                .isGreaterThan(2.0);
    }

    @Test
    void a_comparison_shows_the_interval_of_the_head_by_itself() throws Exception {
        Pair sides = StoredRun.read(folder).sides().orElseThrow();
        all(judge(sides.base(), sides.head(), Map.of()));
    }

    @Test
    void a_comparison_of_some_cases_shows_the_interval_of_all() throws Exception {
        Pair sides = StoredRun.read(folder).sides().orElseThrow();
        for (CaseName only : judged.keySet()) {
            Side base = sides.base().only(only::equals);
            Side head = sides.head().only(only::equals);
            all(judge(base, head, Map.of()));
        }
    }

    @Test
    void a_case_that_only_one_side_has_is_among_the_others() throws Exception {
        Pair sides = StoredRun.read(folder).sides().orElseThrow();
        all(judge(sides.base().only(name -> false), sides.head(), Map.of()));
    }

    @Test
    void a_budget_of_one_case_rests_on_what_all_say() throws Exception {
        Pair sides = StoredRun.read(folder).sides().orElseThrow();
        CaseName name = judged.keySet().iterator().next();
        Budget budget = Budget.NONE.withTime(Limit.atMost(new Time(1), HERE));
        List<BudgetVerdict> verdicts = judge(sides.base(), sides.head(), Map.of(name, budget))
                .promises()
                .budgets();
        assertThat(verdicts).hasSize(1);
        assertThat(verdicts.get(0).measured()).isEqualTo(judged.get(name));
    }

    @Test
    void a_history_shows_the_interval_of_the_run() throws Exception {
        Held stored = PastRuns.in(RunStore.in(runs)).runs().get(0);
        Spreads spreads = PastRuns.spreads(stored.summary());
        assertThat(stored.summary().cases()).hasSize(30);
        for (CaseSummary one : stored.summary().cases()) {
            same(one.key(), PastRuns.time(one, spreads, 0.95));
        }
    }

    private void all(ChangeJudgement judgement) {
        int times = 0;
        for (ChangeVerdict verdict : judgement.verdicts()) {
            if (verdict.metric() == Metric.TIME) {
                same(new CaseKey(verdict.name(), verdict.mode()), verdict.head());
                times++;
            }
        }
        assertThat(times).isGreaterThan(0);
    }

    private void same(CaseKey key, Optional<Estimate> shown) {
        Estimate own = Objects.requireNonNull(judged.get(key.name()));
        assertWithMessage("%s", key).that(shown.flatMap(Estimate::interval)).isEqualTo(own.interval());
    }

    private static ChangeJudgement judge(Side base, Side head, Map<CaseName, Budget> budgets) {
        return Judge.judge(
                        RunSamples.of(base, head, DeclaredRules.NONE),
                        SomeRules.of(budgets, List.of()),
                        Trust.MEASURED_HERE)
                .change()
                .orElseThrow();
    }
}
