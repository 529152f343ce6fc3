package dev.clnrm.bench.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A path in which {@code *} matches any characters of one name. If the last name contains {@code *}, only jars match, as in
 * {@code java -cp}, because most folders also contain other files.
 *
 * @param text the path
 */
record FilePattern(String text) {
    private static final String JAR = ".jar";

    /** Whether it matches only jars. */
    boolean ofJars() {
        return Glob.isGlob(text.substring(text.lastIndexOf('/') + 1));
    }

    /**
     * The files and folders that match, sorted name by name.
     *
     * @param directory the folder that a relative path is relative to
     */
    List<Path> in(Path directory) throws IOException {
        int start = text.lastIndexOf('/', text.indexOf('*')) + 1;
        List<Path> found = List.of(directory.resolve(text.substring(0, start)));
        for (String name : text.substring(start).split("/", -1)) {
            List<Path> next = new ArrayList<>();
            for (Path folder : found) {
                next.addAll(Glob.isGlob(name) ? matching(folder, new Glob(name)) : existing(folder.resolve(name)));
            }
            found = next;
        }
        return found.stream()
                .filter(file -> !ofJars() || isJar(file))
                .map(Path::normalize)
                .toList();
    }

    private static List<Path> matching(Path folder, Glob name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.matches(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> existing(Path path) {
        return Files.exists(path) ? List.of(path) : List.of();
    }

    private static boolean isJar(Path file) {
        return file.toString().endsWith(JAR) && Files.isRegularFile(file);
    }
}
