package dev.clnrm.bench.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.clnrm.bench.samples.CaseKey;
import dev.clnrm.bench.samples.Conditions;
import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.JsonFiles;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads summaries of finished runs, so that a long history is read quickly: from {@code summary.json} if it belongs to the files beside
 * it, else from the samples. A summary made from samples is stored for the next time; in a folder that cannot be written, it is not.
 */
public final class Summaries {
    public static final Summaries ALL = new Summaries(folder -> RunSummary.of(StoredRun.read(folder)));

    /** The file's name in the folder of its run. */
    public static final String FILE = "summary.json";

    /** The size limit: twenty thousand cases of ten forks take 10 MB. */
    private static final long MOST_BYTES = 64L << 20;

    private static final ObjectReader READER = JsonFiles.MAPPER.readerFor(SummaryFile.class);

    private final Function<Path, RunSummary> making;

    /** Cases and conditions that many runs share; each is kept in memory once. */
    private final Map<CaseKey, CaseKey> keys = new ConcurrentHashMap<>();

    private final Map<Conditions, Conditions> conditions = new ConcurrentHashMap<>();

    /** @param making makes a summary from the samples of a run folder */
    Summaries(Function<Path, RunSummary> making) {
        this.making = making;
    }

    /**
     * The summary of the run in a folder; empty if the run did not finish.
     *
     * @throws FileException if it cannot be read
     */
    public Optional<RunSummary> of(Path folder) {
        Optional<RunSummary> stored = stored(folder);
        if (stored.isPresent()) {
            return stored;
        }
        if (!RunFolder.read(folder).finished()) {
            return Optional.empty();
        }
        RunSummary made = making.apply(folder);
        store(folder, made);
        return Optional.of(made);
    }

    /** Stores the summary of a run that has just ended in its folder; if that fails, the next reader stores it. */
    public void keep(Path folder) {
        try {
            of(folder);
        } catch (FileException e) {
            return;
        }
    }

    /** The bytes of a summary that is stored apart from its run. */
    public static byte[] written(RunSummary summary) {
        try {
            return JsonFiles.MAPPER.writeValueAsBytes(SummaryFile.of(summary, 0, 0));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a summary to memory", e);
        }
    }

    /**
     * Reads a summary that is stored apart from its run; empty if another version wrote it or it is not a summary. Then it has to be made
     * again.
     */
    public Optional<RunSummary> read(byte[] written) {
        try {
            SummaryFile file = READER.readValue(written);
            return file.isOf(0, 0) ? Optional.of(shared(file)) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The stored summary of a folder; empty if its files have other sizes or are newer, because it then belongs to other files. */
    private Optional<RunSummary> stored(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            BasicFileAttributes summary =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            BasicFileAttributes run = attributes(folder.resolve("run.json"));
            BasicFileAttributes samples = attributes(RunFolder.samples(folder));
            FileTime written = summary.lastModifiedTime();
            if (!summary.isRegularFile()
                    || summary.size() > MOST_BYTES
                    || written.compareTo(run.lastModifiedTime()) < 0
                    || written.compareTo(samples.lastModifiedTime()) < 0) {
                return Optional.empty();
            }
            SummaryFile read = READER.readValue(Files.readAllBytes(file));
            return read.isOf(run.size(), samples.size()) ? Optional.of(shared(read)) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private RunSummary shared(SummaryFile file) {
        return file.summary(key -> one(keys, key), same -> one(conditions, same));
    }

    private static <T> T one(Map<T, T> all, T value) {
        T before = all.putIfAbsent(value, value);
        return before == null ? value : before;
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private static void store(Path folder, RunSummary made) {
        try {
            SummaryFile file = SummaryFile.of(
                    made,
                    attributes(folder.resolve("run.json")).size(),
                    attributes(RunFolder.samples(folder)).size());
            WholeFile.write(folder.resolve(FILE), out -> JsonFiles.MAPPER.writeValue(out, file));
        } catch (UnwritableFileException e) {
            // The next reader tries again.
            return;
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }
}
