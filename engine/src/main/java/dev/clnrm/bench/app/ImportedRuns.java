package dev.clnrm.bench.app;

import dev.clnrm.bench.measure.Fingerprint;
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
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.Side;
import dev.clnrm.bench.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Converts results of other tools to runs, so that a history does not start with an empty chart. The name of a run depends on its time and
 * content, so importing it twice stores it once. Its machine is unknown or has only a name, so its times form a separate series.
 *
 * @param store the store for the runs
 * @param suite the suite of all cases; empty to use the class of each benchmark
 * @param hashes gives the full hash of a commit that a file names, or the same text if it is unknown
 */
public record ImportedRuns(RunStore store, Optional<String> suite, UnaryOperator<String> hashes) {
    private static final Pattern THREADS = Pattern.compile("\\d+ threads?");

    /** Adds runs, the newest first, because a store may add no older run of the same code. Returns how many were added. */
    public int add(List<DatedResults> runs) {
        int added = 0;
        for (DatedResults run : runs.stream()
                .sorted(Comparator.comparing(DatedResults::when).reversed())
                .toList()) {
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
        Side side = Side.of("", run.results());
        List<CaseName> names = side.names(run.results());
        List<CaseFacts> facts = IntStream.range(0, names.size())
                .mapToObj(i ->
                        CaseFacts.of(name(names.get(i)).plain(), run.results().get(i)))
                .toList();
        List<CaseSamples> cases = side.cases().stream()
                .map(one -> one.named(name(one.samples().name())).samples())
                .toList();
        String digest = Sha256.of((run.when() + " " + run.commit().orElse("") + cases
                        + run.machine().orElse(""))
                .getBytes(StandardCharsets.UTF_8));
        RunManifest manifest = RunManifest.past(
                run.when(),
                digest.substring(0, 6),
                new MeasuredCode(
                        Map.of(),
                        run.commit()
                                .map(hashes)
                                .map(hash -> new CheckedOut(Optional.empty(), Optional.of(hash), false))),
                run.machine().map(Fingerprint::named),
                PlannedCases.of(facts));
        Path folder = scratch.resolve(manifest.id());
        try (RunFolder begun = RunFolder.createAt(folder, manifest);
                Journal journal = begun.journal()) {
            cases.forEach(one -> one.forks().forEach(journal::append));
            begun.end(manifest.ended(RunManifest.State.FINISHED, RunEnd.NONE, run.when()));
        }
        return folder;
    }

    /**
     * The name of a case in the run. The samples of a run have no variants. A reader derives those of threads again, but all others have to be
     * part of the benchmark's name, or the reader would mix their forks.
     */
    private CaseName name(CaseName name) {
        boolean derived = name.variant()
                .filter(label -> !THREADS.matcher(label).matches())
                .isEmpty();
        String benchmark = derived ? name.benchmark() : name.benchmarkInFull();
        String qualified = name.suite().isEmpty() ? benchmark : name.suite() + "." + benchmark;
        return new CaseName(
                suite.orElse(name.suite()),
                suite.isPresent() ? qualified : benchmark,
                name.params(),
                derived ? name.variant() : Optional.empty());
    }
}
