package dev.clnrm.bench.measure;

import dev.clnrm.bench.config.ClassPath;
import dev.clnrm.bench.plan.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Puts the folders of a class path after its jars. A class-data archive contains no classes from folders, and a JVM uses an archive only
 * if its class path starts with the class path of the archive. So folders go last if that makes no difference: if no file is both in a
 * folder and in a jar.
 */
final class JarsFirst {
    /** Files that many jars and folders contain, and that no code in a fork looks for. */
    private static final Set<String> BESIDE =
            Set.of("META-INF/MANIFEST.MF", "META-INF/BenchmarkList", "META-INF/CompilerHints");

    private JarsFirst() {}

    /** The launch with such a class path; unchanged if it has no folders, empty if the order makes a difference. */
    static Optional<Launch> of(Launch launch) {
        List<Path> folders =
                launch.classPath().entries().stream().filter(Files::isDirectory).toList();
        if (folders.isEmpty()) {
            return Optional.of(launch);
        }
        ClassPath jars = jars(launch.classPath());
        if (jars.entries().isEmpty()) {
            return Optional.empty();
        }
        try {
            Set<String> files = new HashSet<>();
            for (Path folder : folders) {
                files.addAll(files(folder));
            }
            files.removeAll(BESIDE);
            for (Path jar : jars.entries()) {
                try (JarFile open = new JarFile(jar.toFile(), false)) {
                    if (files.stream().anyMatch(file -> open.getEntry(file) != null)) {
                        return Optional.empty();
                    }
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
        return Optional.of(launch.with(jars.followedBy(folders)));
    }

    /** The launch without its folders. */
    static Launch without(Launch launch) {
        return launch.with(jars(launch.classPath()));
    }

    private static ClassPath jars(ClassPath classPath) {
        return new ClassPath(classPath.entries().stream()
                .filter(entry -> !Files.isDirectory(entry))
                .toList());
    }

    private static Set<String> files(Path folder) throws IOException {
        Set<String> files = new HashSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.add(folder.relativize(file).toString().replace('\\', '/')));
        }
        return files;
    }
}
