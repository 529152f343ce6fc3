package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A run as a folder: {@code run.json}, {@code samples.ndjson}, {@code jmh-result.json} and {@code logs/}. Whoever holds one open is
 * the only one to write it.
 */
public final class RunFolder implements AutoCloseable {
    /** Where runs are kept unless told otherwise, under the project. */
    public static final Path RUNS = Path.of(".clnrm-bench", "runs");

    private static final String RUN = "run.json";

    /** Sorts by time as text, in any file listing. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final FolderLock lock;
    private RunInfo info;

    private RunFolder(Path folder, FolderLock lock, RunInfo info) {
        this.folder = folder;
        this.lock = lock;
        this.info = info;
    }

    /**
     * Begins a run in a folder of its own, {@code <timestamp>-<short id>}, under {@code runs}.
     *
     * @param sections what is known at the start: texts, numbers, truth values, lists, maps and records
     */
    public static RunFolder create(Path runs, Instant started, Map<String, ?> sections) {
        String id = id(started);
        return begin(runs.resolve(id), id, started, sections);
    }

    /**
     * Begins a run in a given folder.
     *
     * @throws UnwritableFileException if it holds a run already
     */
    public static RunFolder createAt(Path folder, Instant started, Map<String, ?> sections) {
        return begin(folder, id(started), started, sections);
    }

    /**
     * Opens a run to go on with, whatever became of the process that had it.
     *
     * @throws UnwritableFileException if another process is writing it
     * @throws UnreadableFileException if there is no run, or one of a newer format
     */
    public static RunFolder resume(Path folder) {
        RunInfo before = read(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            RunFolder run = new RunFolder(folder, lock, before);
            run.write(read(folder).with(RunInfo.State.RUNNING, Optional.empty()));
            return run;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What a run's {@code run.json} says, without opening the run. */
    public static RunInfo read(Path folder) {
        return RunJson.read(folder.resolve(RUN));
    }

    /** The run under {@code runs} that was started last. */
    public static Optional<Path> latest(Path runs) {
        return latest(runs, info -> true);
    }

    /** The run under {@code runs} that was started last, of those {@code wanted}. Folders that hold no readable run are passed over. */
    public static Optional<Path> latest(Path runs, Predicate<RunInfo> wanted) {
        List<Found> found = new ArrayList<>();
        for (Path folder : folders(runs)) {
            readable(folder).filter(wanted).ifPresent(info -> found.add(new Found(folder, info.started())));
        }
        return found.stream()
                .max(Comparator.comparing(Found::started).thenComparing(f -> f.folder.toString()))
                .map(Found::folder);
    }

    private static Optional<RunInfo> readable(Path folder) {
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

    private static RunFolder begin(Path folder, String id, Instant started, Map<String, ?> sections) {
        try {
            Files.createDirectories(folder.resolve("logs"));
        } catch (IOException e) {
            throw new UnwritableFileException(folder, e);
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            if (Files.exists(folder.resolve(RUN))) {
                throw new UnwritableFileException(
                        folder, "holds a run already", "go on with it by --resume, or give another directory");
            }
            RunInfo info =
                    new RunInfo(id, RunInfo.State.RUNNING, started, Optional.empty(), new LinkedHashMap<>(sections));
            RunFolder run = new RunFolder(folder, lock, info);
            run.write(info);
            return run;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static String id(Instant started) {
        byte[] random = new byte[3];
        RANDOM.nextBytes(random);
        return STAMP.format(started) + "-" + HexFormat.of().formatHex(random);
    }

    /** What {@code run.json} says now. */
    public synchronized RunInfo info() {
        return info;
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

    /** Says something about the run; a section of the same name is replaced. */
    public synchronized void record(String section, Object value) {
        write(info.with(section, value));
    }

    /** Says how the run ended. */
    public synchronized void end(RunInfo.State state, Instant when) {
        write(info.with(state, Optional.of(when)));
    }

    private synchronized void write(RunInfo next) {
        RunJson.write(folder.resolve(RUN), next);
        info = next;
    }

    /** Lets another process write the run. */
    @Override
    public void close() {
        lock.close();
    }

    private record Found(Path folder, Instant started) {}
}
