package dev.clnrm.bench.store;

import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A store in a folder of run folders.
 *
 * @param runs the folder, which may be missing
 * @param names the baselines beside it
 */
public record DirectoryStore(Path runs, Baselines names) implements RunStore {
    private static final String RUN = "run.json";

    /** The result of reading one folder: a run or a note. */
    private record Found(Optional<Held> run, Optional<String> note) {}

    @Override
    public Contents read() {
        List<Found> all = folders().parallelStream().map(this::found).toList();
        List<Held> kept = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Found found : all) {
            found.run().ifPresent(kept::add);
            found.note().ifPresent(notes::add);
        }
        return new Contents(kept, notes);
    }

    private List<Path> folders() {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(
                            entry -> !entry.toString().endsWith(PackedRun.BEGUN) && Files.exists(entry.resolve(RUN)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableFileException(runs, e);
        }
    }

    private Found found(Path folder) {
        try {
            return new Found(
                    Summaries.ALL
                            .of(folder)
                            .map(summary -> new Held(this, folder.getFileName().toString(), summary)),
                    Optional.empty());
        } catch (FileException e) {
            return new Found(
                    Optional.empty(),
                    Optional.of(
                            "the run in " + folder + " is omitted: " + e.fault().message()));
        }
    }

    @Override
    public boolean add(Path run) {
        RunManifest manifest = RunFolder.read(run);
        Path to = runs.resolve(PackedRun.plain(manifest.id(), run));
        if (!manifest.finished() || Files.exists(to.resolve(RUN))) {
            return false;
        }
        Path begun = runs.resolve(PackedRun.begun(to.getFileName().toString()));
        try {
            Files.createDirectories(begun);
            for (String file : List.of(RUN, "samples.ndjson", "jmh-result.json")) {
                if (Files.exists(run.resolve(file))) {
                    WholeFile.write(begun.resolve(file), out -> Files.copy(run.resolve(file), out));
                }
            }
            Files.move(begun, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            if (Files.exists(to.resolve(RUN))) {
                return false;
            }
            throw new UnwritableFileException(to, e);
        } finally {
            Scratch.delete(begun);
        }
    }

    @Override
    public Optional<Path> find(String name) {
        return Baselines.allows(name)
                ? Optional.of(runs.resolve(name)).filter(folder -> Files.exists(folder.resolve(RUN)))
                : Optional.empty();
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
    public void save(String baseline, Path run) {
        names.save(baseline, run);
    }

    @Override
    public String toString() {
        return runs.toString();
    }
}
