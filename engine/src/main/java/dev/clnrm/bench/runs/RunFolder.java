package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A run as a folder: {@code run.json}, {@code samples.ndjson}, {@code jmh-result.json} and {@code logs/}. Whoever holds one open is
 * the only one to write it.
 */
public final class RunFolder implements AutoCloseable {
    /** The default folder of runs, under the project. */
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

    /** Begins a run in a folder of its own under {@code runs}, which is called as the run is. */
    public static RunFolder create(Path runs, RunManifest run) {
        return createAt(runs.resolve(run.id()), run);
    }

    /**
     * Begins a run in a given folder.
     *
     * @throws UnwritableFileException if it holds a run already
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
     * Opens a run to resume it. It does not matter how the process that began it ended.
     *
     * @throws UnwritableFileException if another process is writing it
     * @throws UnreadableFileException if there is no run, or one of a newer format
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

    /** What a run's {@code run.json} says, without opening the run. */
    public static RunManifest read(Path folder) {
        return RunJson.read(folder.resolve(RUN));
    }

    /** The run under {@code runs} that was started last, of those {@code wanted}. Folders without a readable run are skipped. */
    public static Optional<Path> latest(Path runs, Predicate<RunManifest> wanted) {
        return folders(runs).stream()
                .flatMap(
                        folder -> readable(folder).filter(wanted).map(run -> Map.entry(folder, run.started())).stream())
                .max(Map.Entry.<Path, Instant>comparingByValue()
                        .thenComparing(found -> found.getKey().toString()))
                .map(Map.Entry::getKey);
    }

    /** A folder as people read it: relative to where this program was started, if it is below. */
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

    private static List<Path> folders(Path runs) {
        if (Files.notExists(runs)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(runs)) {
            return entries.filter(entry -> Files.exists(entry.resolve(RUN))).toList();
        } catch (IOException e) {
            throw new UnreadableFileException(runs, e);
        }
    }

    /** What {@code run.json} says now. */
    public synchronized RunManifest manifest() {
        return run;
    }

    /** The folder. */
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

    /** What forks printed. */
    public Path logs() {
        return folder.resolve("logs");
    }

    /** Opens the journal of the run's forks, to be closed by the caller. */
    public Journal journal() {
        return Journal.open(samples());
    }

    /** Says how far the run came. */
    public void end(RunManifest ended) {
        write(ended);
    }

    private synchronized void write(RunManifest next) {
        RunJson.write(folder.resolve(RUN), next);
        run = next;
    }

    /** Lets another process write the run. */
    @Override
    public void close() {
        lock.close();
    }
}
