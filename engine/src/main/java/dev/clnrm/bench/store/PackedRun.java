package dev.clnrm.bench.store;

import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.runs.Baselines;
import dev.clnrm.bench.runs.RunSummary;
import dev.clnrm.bench.runs.StoredRun;
import dev.clnrm.bench.runs.Summaries;
import dev.clnrm.bench.runs.WholeFolder;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Histogram;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.Values;
import dev.clnrm.bench.samples.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A run as a small zip file: {@code summary.json}, {@code run.json} and {@code samples.ndjson}. The summary is exact and comes first, so a
 * history reads only that. The samples contain what is judged and compared: times rounded to six digits, and allocation. Warm-up, other
 * metrics and the disturbances of forks are omitted; they stay in the folder of the run.
 *
 * @param summary the summary of the run's results
 * @param files the bytes of the files by name, the summary first
 */
record PackedRun(RunSummary summary, Map<String, byte[]> files) {
    /** The precision of values. Rounding changes a value by at most one part in two million: a thousandth of the variation in the quietest fork. */
    private static final MathContext DIGITS = new MathContext(6);

    private static final String SUMMARY = "summary.json";
    private static final String RUN = "run.json";
    private static final String SAMPLES = "samples.ndjson";

    /** The files, with their largest sizes in bytes. */
    private static final Map<String, Integer> MOST = Map.of(SUMMARY, 64 << 20, RUN, 16 << 20, SAMPLES, 128 << 20);

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    PackedRun {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    }

    /**
     * Packs a run. The result is empty if the run did not finish.
     *
     * @throws UnreadableFileException if it cannot be read
     */
    static Optional<PackedRun> of(Path folder) {
        StoredRun whole = StoredRun.read(folder);
        plain(whole.manifest().id(), folder);
        Map<String, byte[]> files = new LinkedHashMap<>();
        Optional<RunSummary> summary = Summaries.ALL.of(folder);
        summary.ifPresent(one -> files.put(SUMMARY, Summaries.written(one)));
        try {
            files.put(RUN, Files.readAllBytes(folder.resolve(RUN)));
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
        files.put(
                SAMPLES,
                Journal.written(whole.forks().stream().map(PackedRun::small).toList()));
        return summary.map(one -> new PackedRun(one, files));
    }

    /** The id of a run, after a check: it becomes a file name. */
    static String plain(String id, Path run) {
        if (!Baselines.allows(id)) {
            throw new UnreadableFileException(
                    run, "the name of the run in run.json is not valid", "a name has letters, digits, `.`, `_`, `-`");
        }
        return id;
    }

    private static JournalEntry small(JournalEntry fork) {
        ForkSamples samples = fork.samples();
        Values allocation = rounded(samples.allocation());
        return new JournalEntry(
                fork.name(),
                fork.side(),
                fork.fork(),
                fork.order(),
                fork.started().truncatedTo(ChronoUnit.SECONDS),
                rounded(fork.startupSeconds()),
                fork.company(),
                new ForkSamples(
                        samples.mode(),
                        samples.threads(),
                        samples.iterationSeconds(),
                        Values.NONE,
                        samples.steady(),
                        rounded(samples.values()),
                        samples.histograms().stream()
                                .map(one -> new Histogram(rounded(one.seconds()), one.counts()))
                                .toList(),
                        allocation.isEmpty() ? Map.of() : Map.of(ForkSamples.ALLOCATION, allocation),
                        Map.of()),
                fork.outcome(),
                Optional.empty());
    }

    private static Values rounded(Values values) {
        return values.mapped(PackedRun::rounded);
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }

    /** The complete file. */
    byte[] whole() {
        return zip(files);
    }

    /** The part with the summary only. */
    byte[] first() {
        return zip(Map.of(SUMMARY, Summaries.written(summary)));
    }

    /** The part without the summary. */
    byte[] rest() {
        Map<String, byte[]> rest = new LinkedHashMap<>(files);
        rest.remove(SUMMARY);
        return zip(rest);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The summary at the beginning of a file; empty if another version wrote it, so it must be computed again.
     *
     * @throws IOException if it is not a packed run
     */
    static Optional<RunSummary> summary(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(SUMMARY)) {
                throw new IOException("it is not a packed run");
            }
            return Summaries.ALL.read(content(zip, SUMMARY));
        }
    }

    /**
     * Unpacks a run into a new folder. If this fails, no folder is left.
     *
     * @throws IOException if it is not a packed run
     * @throws UnwritableFileException if there is no space
     */
    static void unpack(byte[] file, Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!MOST.containsKey(entry.getName())) {
                    throw new IOException("it holds a file that has no place in it");
                }
                files.put(entry.getName(), content(zip, entry.getName()));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it holds a name that is not text", e);
        }
        if (!files.containsKey(RUN) || !files.containsKey(SAMPLES)) {
            throw new IOException("it is not a packed run");
        }
        files.remove(SUMMARY);
        WholeFolder.write(folder, begun -> {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                Files.write(begun.resolve(one.getKey()), one.getValue());
            }
        });
    }

    private static byte[] content(ZipInputStream zip, String name) throws IOException {
        int most = MOST.getOrDefault(name, 0);
        byte[] content = zip.readNBytes(most + 1);
        if (content.length > most) {
            throw new IOException("its " + name + " has more than " + (most >> 20) + " MiB");
        }
        return content;
    }

    /**
     * The summary of a run that another version packed, from its unpacked files.
     *
     * @param folder the name beside which they are unpacked for this reader alone
     */
    static Optional<RunSummary> summaryOf(byte[] file, Path folder) throws IOException {
        Path scratch = WholeFile.beside(folder, WholeFolder.BEGUN);
        unpack(file, scratch);
        try {
            return Summaries.ALL.of(scratch);
        } finally {
            Scratch.delete(scratch);
        }
    }
}
