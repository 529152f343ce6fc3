package dev.clnrm.bench.store;

import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.runs.WholeFolder;
import dev.clnrm.bench.samples.FileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A store in a folder of run folders.
 *
 * @param runs the folder, which may be missing
 * @param names the baselines beside it
 */
public record DirectoryStore(Path runs, Baselines names) implements RunStore {
    private static final String RUN = "run.json";

    @Override
    public Contents read() {
        return Contents.of(
                RunFolder.folders(runs).parallelStream().map(this::read).toList());
    }

    private Contents read(Path folder) {
        try {
            return new Contents(
                    Summaries.ALL
                            .of(folder)
                            .map(summary -> new Held(this, folder.getFileName().toString(), summary))
                            .stream()
                            .toList(),
                    List.of());
        } catch (FileException e) {
            return Contents.note(
                    "the run in " + folder + " is omitted: " + e.fault().message());
        }
    }

    @Override
    public boolean add(Path run) {
        RunManifest manifest = RunFolder.read(run);
        Path to = runs.resolve(PackedRun.plain(manifest.id(), run));
        return manifest.finished() && !Files.exists(to.resolve(RUN)) && WholeFolder.copy(run, to);
    }

    @Override
    public Optional<Path> find(String name) {
        return RunFolder.folder(runs, name);
    }

    @Override
    public List<String> baselines() {
        return names.names();
    }

    @Override
    public Optional<Path> baseline(String name) {
        return names.find(name);
    }

    @Override
    public boolean save(List<String> baselines, Path run) {
        boolean finished = RunFolder.read(run).finished();
        if (finished) {
            baselines.forEach(baseline -> names.save(baseline, run));
        }
        return finished;
    }

    @Override
    public String toString() {
        return runs.toString();
    }
}
