package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.config.Jvm;
import dev.clnrm.bench.measure.Fingerprint;
import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Mode;
import dev.clnrm.bench.model.Warmup;
import dev.clnrm.bench.plan.Effort;
import dev.clnrm.bench.plan.Launch;
import dev.clnrm.bench.plan.Plan;
import dev.clnrm.bench.plan.PlannedCase;
import dev.clnrm.bench.plan.Target;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.SampleRun;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.Outcome;
import dev.clnrm.bench.samples.Values;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierPaceTest {
    private static final CaseName NAME = new CaseName("s", "a", Map.of());
    private static final Instant BEGIN = Instant.parse("2026-07-27T13:00:00Z");

    private final Path runs;

    EarlierPaceTest(@TempDir Path folder) {
        this.runs = folder;
    }

    private static Plan plan(Iterations iterations) {
        return new Plan(
                List.of(new PlannedCase(
                        NAME,
                        Mode.AVERAGE,
                        new Target.Command(List.of("true")),
                        new Launch(new ClassPath(List.of()), Jvm.own(), List.of(), List.of(), Path.of(""), ""),
                        new Effort(new Forks(3, 3), new Warmup.Adaptive(2), iterations))),
                42,
                Optional.empty());
    }

    /** Forks that start every three seconds, of 0.5 s of warm-up and 1 s of values; the run stood still for an hour. */
    private void measured(Plan plan) {
        RunManifest manifest = RunManifest.begin(
                BEGIN,
                SampleRun.REQUEST,
                SampleRun.CODE,
                Optional.of(Fingerprint.ofThisMachine()),
                PlannedCases.of(plan.cases().stream().map(CaseFacts::of).toList()),
                Optional.empty());
        try (RunFolder folder = RunFolder.createAt(runs.resolve("one"), manifest);
                Journal journal = folder.journal()) {
            for (int fork = 0; fork < 6; fork++) {
                Instant started = BEGIN.plusSeconds(3L * fork + (fork > 4 ? 3600 : 0));
                journal.append(new JournalEntry(
                        NAME,
                        JournalEntry.HEAD,
                        fork,
                        fork,
                        started,
                        1,
                        1,
                        new ForkSamples(
                                Mode.AVERAGE, 1, 0.1, values(5), true, values(10), List.of(), Map.of(), Map.of()),
                        new Outcome.Finished(),
                        Optional.empty()));
            }
            folder.end(manifest.ended(RunManifest.State.FINISHED, RunEnd.NONE, BEGIN.plusSeconds(4000)));
        }
    }

    private static Values values(int count) {
        double[] all = new double[count];
        java.util.Arrays.fill(all, 1e-6);
        return Values.of(all);
    }

    @Test
    void forks_take_as_long_as_those_of_the_latest_run_with_equal_iterations() {
        Plan plan = plan(new Iterations(10, 0.1));
        measured(plan);

        assertThat(EarlierPace.of(plan, runs).likelySeconds()).isWithin(1e-6).of(3 * 3.0);
    }

    @Test
    void runs_of_other_iterations_say_nothing() {
        measured(plan(new Iterations(10, 0.1)));
        Plan other = plan(new Iterations(10, 0.05));

        assertThat(EarlierPace.of(other, runs)).isEqualTo(other);
        assertThat(EarlierPace.of(other, runs.resolve("none"))).isEqualTo(other);
    }
}
