package dev.clnrm.bench.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.clnrm.bench.os.Scratch;
import dev.clnrm.bench.samples.JsonFiles;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stored runs with names. A name is a small file that contains the folder of its run. The file is replaced in one step after the folder
 * is complete, so a name always refers to one complete run, even if a reader or writer is killed. A run that lost its name stays for an
 * hour, for its readers.
 *
 * @param folder the folder of all baselines
 */
public record Baselines(Path folder) {
    /** The default folder of baselines, relative to the project. */
    public static final Path BASELINES = Path.of(".clnrm-bench", "baselines");

    private static final int FORMAT = 1;
    private static final String ENDING = ".json";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** How long a run without a name stays: longer than any reader needs to open it, and than the clocks of two machines differ. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final String HELP = "save the baseline again: clnrm-bench run --save-baseline NAME";

    /** The content of a name's file. */
    private record Pointer(int format, String name, String run, String folder) {}

    /** Whether a name is valid: it has letters, digits, {@code .}, {@code _} and {@code -}, and starts with a letter or digit. */
    public static boolean allows(String name) {
        return NAME.matcher(name).matches();
    }

    /** The folder of the run stored under {@code name}. */
    public Optional<Path> find(String name) {
        return allows(name) && Files.exists(pointer(name)) ? Optional.of(read(pointer(name))) : Optional.empty();
    }

    /** Every name, sorted. */
    public List<String> names() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .filter(Baselines::allows)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }

    /**
     * Stores a copy of a run under a name. It replaces the run that had this name before, and an unreadable pointer.
     *
     * @param run the folder of a run that ended
     * @throws IllegalArgumentException if the name is not allowed
     * @throws UnwritableFileException if it cannot be written; the previous run is then unchanged
     */
    public void save(String name, Path run) {
        if (!allows(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        Optional<Path> before = before(name);
        String id = RunFolder.read(run).id();
        Path copy = copy(run, id);
        Pointer pointer = new Pointer(FORMAT, name, id, copy.getFileName().toString());
        WholeFile.write(pointer(name), out -> JsonFiles.MAPPER.writeValue(out, pointer));
        before.ifPresent(Baselines::touch);
        clean();
    }

    /** Marks when a folder lost its name. */
    private static void touch(Path run) {
        try {
            Files.setLastModifiedTime(run, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Then it has the time of its copy, and may be deleted earlier.
            return;
        }
    }

    /**
     * Deletes old folders without a name. A recent one may have a reader that found it before it was replaced, or a writer that has not
     * written its name yet. With an unreadable pointer nothing is deleted, because it may mean any folder.
     */
    private void clean() {
        Instant old = Instant.now().minus(KEPT);
        try (Stream<Path> entries = Files.list(runs())) {
            Set<Path> named =
                    names().stream().flatMap(name -> find(name).stream()).collect(Collectors.toSet());
            for (Path run : entries.filter(entry -> !named.contains(entry)).toList()) {
                if (Files.getLastModifiedTime(run).toInstant().isBefore(old)) {
                    Scratch.delete(run);
                }
            }
        } catch (IOException | UncheckedIOException | UnreadableFileException e) {
            // Another writer deletes too, or a later one will.
            return;
        }
    }

    private Optional<Path> before(String name) {
        try {
            return find(name);
        } catch (UnreadableFileException e) {
            return Optional.empty();
        }
    }

    private Path copy(Path run, String id) {
        byte[] random = new byte[3];
        Path copy;
        do {
            RANDOM.nextBytes(random);
            copy = runs().resolve(id + "-" + HexFormat.of().formatHex(random));
        } while (!WholeFolder.copy(run, copy));
        return copy;
    }

    private Path read(Path file) {
        try {
            Pointer pointer = JsonFiles.MAPPER.readValue(Files.readAllBytes(file), Pointer.class);
            if (pointer.format() != FORMAT) {
                throw new UnreadableFileException(file, "a baseline of another format than " + FORMAT, HELP);
            }
            if (!allows(pointer.folder())) {
                throw new UnreadableFileException(file, "does not say in which folder the run is", HELP);
            }
            return runs().resolve(pointer.folder());
        } catch (JsonProcessingException e) {
            throw JsonFiles.unreadable(file, e, HELP);
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
    }

    private Path pointer(String name) {
        return folder.resolve(name + ENDING);
    }

    private Path runs() {
        return folder.resolve("runs");
    }
}
