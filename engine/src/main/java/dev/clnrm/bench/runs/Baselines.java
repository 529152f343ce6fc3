package dev.clnrm.bench.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import dev.clnrm.bench.samples.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs kept under names. A name is a small file that says in which folder its run is; it is replaced in one step once the folder is
 * whole, so that a name always means all of one run, whoever reads or is killed meanwhile.
 *
 * @param folder where they are kept
 */
public record Baselines(Path folder) {
    /** Where they are kept unless told otherwise, under the project. */
    public static final Path BASELINES = Path.of(".clnrm-bench", "baselines");

    private static final int FORMAT = 1;
    private static final String ENDING = ".json";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final List<String> KEPT = List.of("run.json", "samples.ndjson", "jmh-result.json");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whether a run can be kept under {@code name}: letters, digits, {@code .}, {@code _} and {@code -}; not first what is no letter or digit. */
    public static boolean allows(String name) {
        return NAME.matcher(name).matches();
    }

    /** The folder of the run kept under {@code name}. */
    public Optional<Path> find(String name) {
        return allows(name) && Files.exists(pointer(name)) ? Optional.of(read(name)) : Optional.empty();
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
     * Keeps a copy of a run under a name; a run kept under it before is gone afterwards.
     *
     * @param run the folder of a run that ended
     * @throws IllegalArgumentException if the name is not allowed
     * @throws UnwritableFileException if it cannot be written; what was kept before is as it was
     */
    public void save(String name, Path run) {
        if (!allows(name)) {
            throw new IllegalArgumentException("not a name: " + name);
        }
        Optional<Path> before = find(name);
        String id = RunFolder.read(run).id();
        Path copy = copy(run, id);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("name", name);
        json.put("run", id);
        json.put("folder", copy.getFileName().toString());
        WholeFile.write(
                pointer(name),
                out -> out.write(
                        (new ObjectMapper().writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8)));
        before.ifPresent(Baselines::delete);
    }

    private Path copy(Path run, String id) {
        byte[] random = new byte[3];
        RANDOM.nextBytes(random);
        String unique = id + "-" + HexFormat.of().formatHex(random);
        Path copy = runs().resolve(unique);
        Path beside = runs().resolve(unique + ".tmp");
        try {
            Files.createDirectories(beside);
            for (String file : KEPT) {
                Path from = run.resolve(file);
                if (Files.exists(from)) {
                    WholeFile.write(beside.resolve(file), out -> Files.copy(from, out));
                }
            }
            Files.move(beside, copy, StandardCopyOption.ATOMIC_MOVE);
            return copy;
        } catch (IOException | UnwritableFileException e) {
            delete(beside);
            throw e instanceof UnwritableFileException already
                    ? already
                    : new UnwritableFileException(copy, (IOException) e);
        }
    }

    private Path read(String name) {
        Path file = pointer(name);
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw broken(file, "not JSON");
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
        if (json.path("format").asInt(0) != FORMAT) {
            throw broken(file, "a baseline of another format than " + FORMAT);
        }
        String kept = json.path("folder").asText("");
        if (!allows(kept)) {
            throw broken(file, "does not say in which folder the run is");
        }
        return runs().resolve(kept);
    }

    private static UnreadableFileException broken(Path file, String what) {
        return new UnreadableFileException(file, what, "save the baseline anew: clnrm-bench run --save-baseline NAME");
    }

    private Path pointer(String name) {
        return folder.resolve(name + ENDING);
    }

    private Path runs() {
        return folder.resolve("runs");
    }

    /** What cannot be deleted stays; nothing names it any more. */
    private static void delete(Path run) {
        try {
            for (String file : KEPT) {
                Files.deleteIfExists(run.resolve(file));
            }
            Files.deleteIfExists(run);
        } catch (IOException e) {
            return;
        }
    }
}
