package dev.clnrm.bench.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.clnrm.bench.samples.JsonFiles;
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
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A folder of files for a web server. It is written to a folder beside it, which then replaces it, so it is always complete. It contains a
 * list of its files. A folder with any other file is refused.
 */
record Site(Path folder) {
    /** The name of the file with the list of a site's files. */
    static final String LIST = "clnrm-dashboard.json";

    private static final int FORMAT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The content of the list. */
    private record Listed(int format, Set<String> files) {}

    /**
     * Writes the site and replaces an earlier one.
     *
     * @param files the content of each file, by its path relative to the folder
     * @throws UnreadableFileException if the folder contains anything other than such a site
     * @throws UnwritableFileException if it cannot be written; then the earlier site is unchanged
     */
    public void write(Map<String, Supplier<String>> files) {
        Path to = folder.toAbsolutePath().normalize();
        Set<String> before = before(to);
        Path beside = beside(to, ".tmp");
        Set<String> all = new TreeSet<>(files.keySet());
        try {
            Files.createDirectories(to.resolveSibling(""));
            Files.createDirectory(beside);
            for (Map.Entry<String, Supplier<String>> file : files.entrySet()) {
                write(beside, file.getKey(), file.getValue().get());
            }
            write(beside, LIST, JsonFiles.MAPPER.writeValueAsString(new Listed(FORMAT, all)) + "\n");
            replace(beside, to, before);
        } catch (IOException e) {
            remove(beside, all);
            throw new UnwritableFileException(folder, e);
        } catch (RuntimeException e) {
            remove(beside, all);
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

    /** The files of the earlier site; none if there is no folder or an empty one. */
    private Set<String> before(Path to) {
        if (!Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            throw refused("exists and is not a folder");
        }
        try (Stream<Path> all = Files.walk(to)) {
            Set<String> found = new TreeSet<>();
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> found.add(to.relativize(path).toString().replace('\\', '/')));
            Set<String> listed = found.isEmpty() ? Set.of() : listed(to.resolve(LIST));
            for (String file : found) {
                if (!file.equals(LIST) && !listed.contains(file)) {
                    throw refused("holds `" + file + "`, which no dashboard wrote");
                }
            }
            return found;
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }

    private static Set<String> listed(Path list) throws IOException {
        if (!Files.isRegularFile(list, LinkOption.NOFOLLOW_LINKS)) {
            return Set.of();
        }
        try {
            Listed listed = JsonFiles.MAPPER.readValue(Files.readAllBytes(list), Listed.class);
            return listed.format() == FORMAT ? listed.files() : Set.of();
        } catch (JsonProcessingException e) {
            return Set.of();
        }
    }

    private UnreadableFileException refused(String message) {
        return new UnreadableFileException(
                folder, message, "name a new folder, or one that holds a dashboard and nothing else");
    }

    /** Removes the files of a site. Files that cannot be removed stay, but nothing links to them. */
    private static void remove(Path site, Set<String> files) {
        Set<Path> folders = new TreeSet<>(Comparator.reverseOrder());
        folders.add(site);
        try {
            Files.deleteIfExists(site.resolve(LIST));
            for (String file : files) {
                Path path = site.resolve(file).normalize();
                if (path.startsWith(site)) {
                    Files.deleteIfExists(path);
                    folders.add(path.resolveSibling("").normalize());
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
