package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.CaseSamples;
import dev.clnrm.bench.samples.ForkSamples;
import dev.clnrm.bench.samples.Journal;
import dev.clnrm.bench.samples.JournalEntry;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The files that a run hands to the stage that publishes it: {@code run.json}, {@code samples.ndjson} and the {@code budgets.yaml} it was
 * judged by, as a folder or a zip file. Unreviewed code ran where they were written, so everything in them is checked.
 */
public final class Bundle {
    /** The head's budgets: reports show how they differ, but no verdict uses them. */
    public static final String BUDGETS = "budgets.yaml";

    private static final String SAMPLES = "samples.ndjson";

    /** The allowed files and their size limits in bytes: ten thousand cases of ten forks take 60 MB. */
    private static final Map<String, Long> FILES =
            Map.of("run.json", 16L << 20, SAMPLES, 128L << 20, BUDGETS, 1L << 20);

    private static final int MOST_CASES = 20_000;
    private static final int MOST_FORKS = 500_000;
    private static final int LONGEST_LINE = 4 << 20;
    private static final int LONGEST_NAME = 1000;
    private static final Set<String> SIDES = Set.of(JournalEntry.BASE, JournalEntry.HEAD);

    private Bundle() {}

    /**
     * Copies these files from a run's folder. The measured code may have put links there.
     *
     * @param within the folder that all read files must be in
     * @param bundle the new folder; an existing folder is replaced if it contains only such files
     * @throws UnreadableFileException if a name refers to a file elsewhere
     */
    public static void write(Path run, Path budgets, Path bundle, Path within) throws IOException {
        Path real = within.toRealPath();
        if (!run.toRealPath().equals(real.resolve(within.relativize(run)))) {
            throw refused(run, "is a link");
        }
        if (Files.exists(bundle, LinkOption.NOFOLLOW_LINKS)) {
            throw new UnreadableFileException(
                    bundle, "is there already", "the bundle is written once, after measuring");
        }
        Files.createDirectory(bundle);
        Map<String, Path> from =
                Map.of("run.json", run.resolve("run.json"), SAMPLES, RunFolder.samples(run), BUDGETS, budgets);
        for (Map.Entry<String, Path> file : from.entrySet()) {
            if (Files.notExists(file.getValue(), LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            if (!Files.isRegularFile(file.getValue(), LinkOption.NOFOLLOW_LINKS)
                    || !file.getValue().toRealPath().startsWith(real)) {
                throw refused(file.getValue(), "is a link");
            }
            try (InputStream in = Files.newInputStream(file.getValue(), LinkOption.NOFOLLOW_LINKS)) {
                take(bundle, file.getKey(), in, bundle);
            }
        }
    }

    /**
     * Copies a bundle to an existing folder, if all of it is valid.
     *
     * @param bundle a folder or a zip file
     * @param folder the folder for the copy
     * @throws UnreadableFileException if the bundle is rejected
     */
    public static void open(Path bundle, Path folder) {
        try {
            if (Files.isDirectory(bundle, LinkOption.NOFOLLOW_LINKS)) {
                copy(bundle, folder);
            } else if (Files.isRegularFile(bundle, LinkOption.NOFOLLOW_LINKS)) {
                unzip(bundle, folder);
            } else {
                throw refused(bundle, "is neither a folder nor a file");
            }
        } catch (ZipException e) {
            throw refused(bundle, "is not a zip file: " + e.getMessage());
        } catch (IOException e) {
            throw new UnreadableFileException(bundle, e);
        }
        for (String needed : List.of("run.json", SAMPLES)) {
            if (Files.notExists(folder.resolve(needed))) {
                throw refused(bundle, "lacks " + needed);
            }
        }
        RunFolder.read(folder);
        check(bundle, Journal.read(RunFolder.samples(folder)).records());
    }

    private static void copy(Path bundle, Path folder) throws IOException {
        List<Path> entries;
        try (Stream<Path> list = Files.list(bundle)) {
            entries = list.limit(FILES.size() + 1L).toList();
        }
        for (Path entry : entries) {
            String name = entry.getFileName().toString();
            if (!Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(bundle, "holds `" + name + "`, which is not a plain file");
            }
            try (InputStream in = Files.newInputStream(entry, LinkOption.NOFOLLOW_LINKS)) {
                take(bundle, name, in, folder);
            }
        }
    }

    private static void unzip(Path bundle, Path folder) throws IOException {
        Set<String> seen = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!seen.add(entry.getName())) {
                    throw refused(bundle, "holds `" + entry.getName() + "` twice");
                }
                take(bundle, entry.getName(), zip, folder);
            }
        } catch (IllegalArgumentException e) {
            throw refused(bundle, "holds a name that is not text");
        }
    }

    /** Copies one file. Only known names are accepted, so no name refers to another folder. */
    private static void take(Path bundle, String name, InputStream in, Path folder) throws IOException {
        Long most = FILES.get(name);
        if (most == null) {
            throw refused(bundle, "holds `" + name + "`, which has no place in it");
        }
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        int lines = 0;
        int length = 0;
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw refused(bundle, "holds a `" + name + "` of more than " + (most >> 20) + " MiB");
                }
                for (int i = 0; i < read && name.equals(SAMPLES); i++) {
                    length = buffer[i] == '\n' ? 0 : length + 1;
                    lines += buffer[i] == '\n' ? 1 : 0;
                    if (lines > MOST_FORKS || length > LONGEST_LINE) {
                        throw refused(
                                bundle,
                                lines > MOST_FORKS
                                        ? "holds more than " + MOST_FORKS + " forks"
                                        : "holds a fork of more than " + (LONGEST_LINE >> 20) + " MiB");
                    }
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void check(Path bundle, List<JournalEntry> forks) {
        for (JournalEntry fork : forks) {
            if (!SIDES.contains(fork.side())) {
                throw refused(bundle, "holds a fork of neither base nor head");
            }
            if (fork.name().toString().length() > LONGEST_NAME) {
                throw refused(bundle, "holds a case whose name has more than " + LONGEST_NAME + " characters");
            }
            if (fork.fork() < 0) {
                throw refused(bundle, "holds a fork with a number below 0");
            }
            if (fork.finished() && !sound(fork.samples())) {
                throw refused(bundle, "holds a finished fork with a value that is not a time");
            }
        }
        List<CaseSamples> groups = CaseSamples.group(forks);
        long cases = groups.stream().map(CaseSamples::name).distinct().count();
        long sides = groups.stream()
                .map(group -> List.of(group.name(), group.side()))
                .distinct()
                .count();
        if (sides < groups.size()) {
            throw refused(bundle, "holds a case in two modes, or with two numbers of threads");
        }
        if (cases > MOST_CASES) {
            throw refused(bundle, "holds " + cases + " cases, which is more than " + MOST_CASES);
        }
    }

    private static boolean sound(ForkSamples fork) {
        return fork.values().size() > 0
                && numbers(fork.values())
                && fork.histograms().stream().allMatch(one -> numbers(one.seconds()) && numbers(one.counts()))
                && numbers(fork.allocation());
    }

    private static boolean numbers(Values values) {
        return values.stream().allMatch(value -> Double.isFinite(value) && value >= 0);
    }

    private static UnreadableFileException refused(Path bundle, String message) {
        return new UnreadableFileException(bundle, message, "a bundle is what `mode: run` wrote, and nothing else");
    }
}
