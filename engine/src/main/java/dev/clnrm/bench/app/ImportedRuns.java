package dev.clnrm.bench.app;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.plan.Sha256;
import dev.clnrm.bench.runs.CaseFacts;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.PlannedCases;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.DatedResults;
import dev.clnrm.bench.samples.JmhResult;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Converts results of other tools to runs, so that a history does not start with an empty chart. The name of a run depends on its time and
 * content, so importing it twice stores it once. Its machine is unknown, so its times form a separate series.
 *
 * @param store the store for the runs
 * @param suite the suite of all cases; empty to use the class of each benchmark
 */
public record ImportedRuns(RunStore store, Optional<String> suite) {
    /** Adds runs. Returns how many of them are new. */
    public int add(List<DatedResults> runs) {
        int added = 0;
        for (DatedResults run : runs) {
            Path scratch = scratch();
            try {
                added += store.add(written(run, scratch)) ? 1 : 0;
            } finally {
                Scratch.delete(scratch);
            }
        }
        return added;
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("clnrm-bench-import-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path written(DatedResults run, Path scratch) {
        List<CaseSamples> cases = Side.of("", run.results()).cases().stream()
                .map(one -> one.named(name(one.samples().name())).samples())
                .toList();
        String digest =
                Sha256.of((run.when() + " " + run.commit().orElse("") + cases).getBytes(StandardCharsets.UTF_8));
        RunManifest manifest = RunManifest.past(
                run.when(),
                digest.substring(0, 6),
                new MeasuredCode(
                        Map.of(), run.commit().map(hash -> new CheckedOut(Optional.empty(), Optional.of(hash), false))),
                PlannedCases.of(run.results().stream().map(this::facts).toList()));
        Path folder = scratch.resolve(manifest.id());
        try (RunFolder begun = RunFolder.createAt(folder, manifest);
                Journal journal = begun.journal()) {
            cases.forEach(one -> one.forks().forEach(journal::append));
            begun.end(manifest.ended(RunManifest.State.FINISHED, RunEnd.NONE, run.when()));
        }
        return folder;
    }

    private CaseFacts facts(JmhResult result) {
        return CaseFacts.of(name(result.samples().name()), result);
    }

    private CaseName name(CaseName name) {
        return suite.map(one -> new CaseName(
                        one,
                        name.suite().isEmpty() ? name.benchmark() : name.suite() + "." + name.benchmark(),
                        name.params(),
                        name.variant()))
                .orElse(name);
    }
}
