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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
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

    /** How many different second lines are kept in memory, so that no store can fill it. */
    private static final int MOST_SUITES = 100;

    private static final ObjectReader NUMBERS = JsonFiles.MAPPER.readerFor(SummaryFile.class);
    private static final ObjectReader SUITE = JsonFiles.MAPPER.readerFor(SummaryFile.Suite.class);

    private final Function<Path, RunSummary> making;

    /** Cases and conditions that many runs share; each is kept in memory once. */
    private final Map<CaseKey, CaseKey> keys = new ConcurrentHashMap<>();

    private final Map<Conditions, Conditions> conditions = new ConcurrentHashMap<>();

    private final Map<String, List<SummaryFile.Case>> suites = new ConcurrentHashMap<>();

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
        return written(summary, 0, 0);
    }

    private static byte[] written(RunSummary summary, long run, long samples) {
        try {
            String numbers = JsonFiles.MAPPER.writeValueAsString(SummaryFile.of(summary, run, samples));
            String suite = JsonFiles.MAPPER.writeValueAsString(SummaryFile.Suite.of(summary));
            return (numbers + "\n" + suite + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a summary to memory", e);
        }
    }

    /**
     * Reads a summary that is stored apart from its run; empty if another version wrote it or it is not a summary. Then it has to be made
     * again.
     */
    public Optional<RunSummary> read(byte[] written) {
        return read(written, 0, 0);
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
            return read(Files.readAllBytes(file), run.size(), samples.size());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Reads both lines; empty if they do not summarize files of these sizes. */
    private Optional<RunSummary> read(byte[] lines, long run, long samples) {
        int end = 0;
        while (end < lines.length && lines[end] != '\n') {
            end++;
        }
        try {
            SummaryFile file = NUMBERS.readValue(lines, 0, end);
            List<SummaryFile.Case> cases =
                    suite(new String(lines, end, lines.length - end, StandardCharsets.ISO_8859_1));
            return file.isOf(run, samples, cases.size()) ? Optional.of(file.summary(cases)) : Optional.empty();
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private List<SummaryFile.Case> suite(String line) throws IOException {
        List<SummaryFile.Case> known = suites.get(line);
        if (known != null) {
            return known;
        }
        SummaryFile.Suite suite = SUITE.readValue(line);
        List<SummaryFile.Case> cases = suite.cases(key -> one(keys, key), same -> one(conditions, same));
        if (suites.size() >= MOST_SUITES) {
            suites.clear();
        }
        suites.put(line, cases);
        return cases;
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
            byte[] lines = written(
                    made,
                    attributes(folder.resolve("run.json")).size(),
                    attributes(RunFolder.samples(folder)).size());
            WholeFile.write(folder.resolve(FILE), out -> out.write(lines));
        } catch (UnwritableFileException e) {
            // The next reader tries again.
            return;
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }
}
