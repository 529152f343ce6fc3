package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A run as a folder: {@code run.json}, {@code samples.ndjson}, {@code jmh-result.json} and {@code logs/}. Only the process that has it
 * open writes it.
 */
public final class RunFolder implements AutoCloseable {
    /** The default folder of runs, relative to the project. */
    public static final Path RUNS = Path.of(".clnrm-bench", "runs");

    private static final String RUN = "run.json";

    private final Path folder;
    private final FolderLock lock;
    private RunManifest run;

    private RunFolder(Path folder, FolderLock lock, RunManifest run) {
        this.folder = folder;
        this.lock = lock;
        this.run = run;
    }

    /** Starts a run in a new folder under {@code runs} that has the run's name. */
    public static RunFolder create(Path runs, RunManifest run) {
        return createAt(runs.resolve(run.id()), run);
    }

    /**
     * Starts a run in a given folder.
     *
     * @throws UnwritableFileException if the folder contains a run already
     */
    public static RunFolder createAt(Path folder, RunManifest run) {
        try {
            Files.createDirectories(folder.resolve("logs"));
        } catch (IOException e) {
            throw new UnwritableFileException(folder, e);
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            if (Files.exists(folder.resolve(RUN))) {
                throw new UnwritableFileException(
                        folder, "holds a run already", "resume it with --resume, or give another directory");
            }
            RunFolder begun = new RunFolder(folder, lock, run);
            begun.write(run);
            return begun;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens a run to resume it, however its previous process ended.
     *
     * @throws UnwritableFileException if another process is writing it
     * @throws UnreadableFileException if there is no run, or a run of a newer format
     */
    public static RunFolder resume(Path folder) {
        RunManifest before = read(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            RunFolder resumed = new RunFolder(folder, lock, before);
            RunManifest now = read(folder);
            resumed.write(now.with(RunManifest.State.RUNNING, Optional.empty(), now.end()));
            return resumed;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Reads {@code run.json} without opening the run. */
    public static RunManifest read(Path folder) {
        return RunJson.read(folder.resolve(RUN));
    }

    /** The most recently started run under {@code runs} that is {@code wanted}. Folders without a readable run are skipped. */
    public static Optional<Path> latest(Path runs, Predicate<RunManifest> wanted) {
        return folders(runs).stream()
                .flatMap(
                        folder -> readable(folder).filter(wanted).map(run -> Map.entry(folder, run.started())).stream())
                .max(Map.Entry.<Path, Instant>comparingByValue()
                        .thenComparing(found -> found.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    /** The folder for people: relative to the working directory, if it is below it. */
    public static Path shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = folder.toAbsolutePath();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    private static Optional<RunManifest> readable(Path folder) {
        try {
            return Optional.of(read(folder));
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }

    /** The folders of runs under {@code runs}, sorted, without what a killed writer left. */
    public static List<Path> folders(Path runs) {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(RunFolder::isRun).sorted().toList();
        } catch (IOException e) {
            throw new UnreadableFileException(runs, e);
        }
    }

    /** The folder of this name among {@link #folders}. */
    public static Optional<Path> folder(Path runs, String name) {
        try {
            boolean plain = !Set.of("", ".", "..").contains(name)
                    && name.equals(String.valueOf(Path.of(name).getFileName()));
            return plain ? Optional.of(runs.resolve(name)).filter(RunFolder::isRun) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean isRun(Path folder) {
        return !folder.toString().endsWith(WholeFolder.BEGUN) && Files.exists(folder.resolve(RUN));
    }

    /** The current content of {@code run.json}. */
    public synchronized RunManifest manifest() {
        return run;
    }

    public Path folder() {
        return folder;
    }

    /** The forks, one line each. */
    public Path samples() {
        return samples(folder);
    }

    /** The forks of the run in {@code folder}. */
    public static Path samples(Path folder) {
        return folder.resolve("samples.ndjson");
    }

    /** The result in JMH's own format. */
    public Path jmhResult() {
        return folder.resolve("jmh-result.json");
    }

    /** The folder of the forks' output. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** Opens the journal of the run's forks; the caller closes it. */
    public Journal journal() {
        return Journal.open(samples());
    }

    public void end(RunManifest ended) {
        write(ended);
    }

    private synchronized void write(RunManifest next) {
        RunJson.write(folder.resolve(RUN), next);
        run = next;
    }

    /** Releases the run for other processes. */
    @Override
    public void close() {
        lock.close();
    }
}
