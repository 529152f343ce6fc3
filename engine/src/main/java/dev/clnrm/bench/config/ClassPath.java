package dev.clnrm.bench.config;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Jars and folders in the order in which a JVM searches them, including those that the manifests name.
 *
 * @param entries existing files, absolute
 */
public record ClassPath(List<Path> entries) {
    /** The size limit of a resource: a list of a hundred thousand benchmarks takes a tenth of it. */
    private static final int LARGEST_RESOURCE = 64 << 20;

    public ClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * Builds the class path of these files.
     *
     * @param directory the folder that paths in messages are relative to
     * @param files existing jars and folders
     * @throws SuiteLoader.CannotLoad if a file is neither a jar nor a folder
     */
    static ClassPath of(Path directory, List<Path> files) throws SuiteLoader.CannotLoad {
        Set<Path> found = new LinkedHashSet<>();
        for (Path file : files) {
            String shown = (file.startsWith(directory) ? directory.relativize(file) : file).toString();
            if (!Files.isReadable(file)) {
                throw SuiteLoader.CannotLoad.of(shown, "cannot be read", "check its permissions");
            }
            add(file, shown, found);
        }
        return new ClassPath(List.copyOf(found));
    }

    /** This class path with further entries at its end. */
    public ClassPath followedBy(List<Path> more) {
        return new ClassPath(
                Stream.concat(entries.stream(), more.stream()).distinct().toList());
    }

    public boolean has(String resource) throws SuiteLoader.CannotLoad {
        return holder(resource).isPresent();
    }

    /** The entry that a resource is loaded from: the first that contains it. */
    Optional<Path> holder(String resource) throws SuiteLoader.CannotLoad {
        for (Path entry : entries) {
            if (content(entry, resource).isPresent()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** The contents of a resource in every entry that contains it, in order. */
    public List<byte[]> resources(String resource) throws SuiteLoader.CannotLoad {
        List<byte[]> found = new ArrayList<>();
        for (Path entry : entries) {
            content(entry, resource).ifPresent(found::add);
        }
        return found;
    }

    /** The value for {@code java -cp}. */
    public String argument() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Optional<byte[]> content(Path entry, String resource) throws SuiteLoader.CannotLoad {
        try {
            if (Files.isDirectory(entry)) {
                Path file = entry.resolve(resource);
                return Files.isRegularFile(file)
                        ? Optional.of(bounded(Files.newInputStream(file), resource))
                        : Optional.empty();
            }
            try (JarFile jar = new JarFile(entry.toFile(), false)) {
                ZipEntry item = jar.getEntry(resource);
                return item == null ? Optional.empty() : Optional.of(bounded(jar.getInputStream(item), resource));
            }
        } catch (IOException e) {
            throw new SuiteLoader.CannotLoad(
                    "`" + entry.getFileName() + "` cannot be read as a jar: " + e.getMessage(), "build it again");
        }
    }

    private static byte[] bounded(InputStream stream, String resource) throws IOException {
        try (stream) {
            byte[] bytes = stream.readNBytes(LARGEST_RESOURCE + 1);
            if (bytes.length > LARGEST_RESOURCE) {
                throw new IOException(resource + " is larger than " + (LARGEST_RESOURCE >> 20) + " MiB");
            }
            return bytes;
        }
    }

    private static void add(Path path, String shown, Set<Path> found) throws SuiteLoader.CannotLoad {
        if (!found.add(path) || Files.isDirectory(path)) {
            return;
        }
        try (JarFile jar = new JarFile(path.toFile(), false)) {
            String more = Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH))
                    .orElse("");
            for (String url : more.isBlank() ? new String[0] : more.trim().split("\\s+")) {
                Optional<Path> named = named(path, url).filter(Files::exists);
                if (named.isPresent()) {
                    add(named.get(), url, found);
                }
            }
        } catch (IOException e) {
            throw SuiteLoader.CannotLoad.of(shown, "is not a jar: " + e.getMessage(), "build it again");
        }
    }

    /** The file of a class path URL in a jar's manifest, which is often relative to the jar; empty if the URL names no file. */
    private static Optional<Path> named(Path jar, String url) {
        try {
            return Optional.of(Path.of(jar.toUri().resolve(url)).normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
