package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.FileException;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finished runs in few numbers, from {@code summary.json} where that is of the very files beside it, else from the samples. What is
 * made of samples is kept for the next time; a folder that cannot be written is read all the same.
 */
public final class Summaries {
    /** The file's name in the folder of its run. */
    public static final String FILE = "summary.json";

    /** A larger one is no summary of ours: twenty thousand cases of ten forks take 10 MB. */
    private static final long MOST_BYTES = 64L << 20;

    private final Function<Path, RunSummary> making;
    private final SummaryJson.Same same = new SummaryJson.Same();

    /**
     * Summaries of runs.
     *
     * @param making a summary from the samples of a run folder
     */
    public Summaries(Function<Path, RunSummary> making) {
        this.making = making;
    }

    /**
     * The run in a folder; empty where it did not finish.
     *
     * @throws FileException if it cannot be read
     */
    public Optional<RunSummary> of(Path folder) {
        Optional<RunSummary> kept = kept(folder);
        if (kept.isPresent()) {
            return kept;
        }
        if (RunFolder.read(folder).state() != RunInfo.State.FINISHED) {
            return Optional.empty();
        }
        RunSummary made = making.apply(folder);
        keep(folder, made);
        return Optional.of(made);
    }

    /** A file of other sizes, or older than what it sums up, is of other files. */
    private Optional<RunSummary> kept(Path folder) {
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
            return SummaryJson.read(Files.readAllBytes(file), new SummaryJson.Stamp(run.size(), samples.size()), same);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private static void keep(Path folder, RunSummary made) {
        try {
            SummaryJson.Stamp stamp = new SummaryJson.Stamp(
                    attributes(folder.resolve("run.json")).size(),
                    attributes(RunFolder.samples(folder)).size());
            WholeFile.write(folder.resolve(FILE), out -> SummaryJson.write(out, stamp, made));
        } catch (UnwritableFileException e) {
            // The next reader makes it again.
            return;
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }
}
