package dev.clnrm.bench.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.samples.UnreadableFileException;
import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A folder of files for a web server, written whole: beside first, then put in place of the one before. A list of its files stands in it,
 * and nothing is ever removed that is not on the list.
 *
 * @param folder where it is
 */
public record Site(Path folder) {
    /** The list of a site's files. */
    static final String LIST = "clnrm-dashboard.json";

    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Writes the site in place of the one that is there.
     *
     * @param files what is in each, by their paths relative to the folder
     * @throws UnreadableFileException if the folder holds anything but a site written so
     * @throws UnwritableFileException if it cannot be written; then it is as it was
     */
    public void write(Map<String, Supplier<String>> files) {
        Path to = folder.toAbsolutePath().normalize();
        Set<String> before = before(to);
        Path beside = beside(to, ".tmp");
        try {
            Files.createDirectories(to.resolveSibling(""));
            Files.createDirectory(beside);
            for (Map.Entry<String, Supplier<String>> file : files.entrySet()) {
                write(beside, file.getKey(), file.getValue().get());
            }
            write(beside, LIST, list(files.keySet()));
            replace(beside, to, before);
        } catch (IOException e) {
            remove(beside, files.keySet());
            throw new UnwritableFileException(folder, e);
        } catch (RuntimeException e) {
            remove(beside, files.keySet());
            throw e;
        }
    }

    private static void replace(Path beside, Path to, Set<String> before) throws IOException {
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path old = beside(to, ".old");
        Files.move(to, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, to, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        remove(old, before);
    }

    private static Path beside(Path to, String ending) {
        byte[] random = new byte[4];
        RANDOM.nextBytes(random);
        return to.resolveSibling(to.getFileName() + "." + HexFormat.of().formatHex(random) + ending);
    }

    private static void write(Path site, String file, String text) throws IOException {
        Path path = site.resolve(file);
        if (!path.normalize().equals(path) || !path.startsWith(site)) {
            throw new IllegalArgumentException("not a file of a site: " + file);
        }
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }

    private static String list(Set<String> files) throws IOException {
        return JSON.writeValueAsString(Map.of("format", FORMAT, "files", new TreeSet<>(files))) + "\n";
    }

    /** The files of the site that is there; none where there is nothing, or an empty folder. */
    private Set<String> before(Path to) {
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("is there already, and is no folder");
        }
        Set<String> found = found(to);
        if (found.isEmpty()) {
            return Set.of();
        }
        Set<String> listed = listed(to);
        listed.add(LIST);
        for (String file : found) {
            if (!listed.contains(file)) {
                throw refused("holds `" + file + "`, which no dashboard wrote");
            }
        }
        return listed;
    }

    private Set<String> found(Path to) {
        try (Stream<Path> all = Files.walk(to)) {
            Set<String> found = new TreeSet<>();
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> found.add(to.relativize(path).toString().replace('\\', '/')));
            return found;
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }

    private Set<String> listed(Path to) {
        try {
            if (!Files.isRegularFile(to.resolve(LIST), LinkOption.NOFOLLOW_LINKS)) {
                return new HashSet<>();
            }
            JsonNode json = JSON.readTree(Files.readAllBytes(to.resolve(LIST)));
            Set<String> listed = new HashSet<>();
            if (json.path("format").asInt() == FORMAT) {
                json.path("files").forEach(file -> listed.add(file.asText()));
            }
            return listed;
        } catch (JsonProcessingException e) {
            return new HashSet<>();
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }

    private UnreadableFileException refused(String message) {
        return new UnreadableFileException(
                folder, message, "name a new folder, or one that holds a dashboard and nothing else");
    }

    /** What cannot be removed stays; nothing names it any more. */
    private static void remove(Path site, Set<String> files) {
        try {
            Set<Path> folders = new TreeSet<>(Comparator.reverseOrder());
            folders.add(site);
            for (String file : Stream.concat(files.stream(), Stream.of(LIST)).toList()) {
                Path path = site.resolve(file).normalize();
                if (path.startsWith(site)) {
                    Files.deleteIfExists(path);
                    folders.add(Optional.ofNullable(path.getParent()).orElse(site));
                }
            }
            for (Path empty : folders) {
                Files.deleteIfExists(empty);
            }
        } catch (IOException e) {
            return;
        }
    }
}
