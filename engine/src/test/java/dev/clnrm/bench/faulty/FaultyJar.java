package dev.clnrm.bench.faulty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The suites of this package as a jar, as an author would have them; class-data archives need jars. */
public final class FaultyJar {
    private static final Path JARS = Path.of("target", "faulty").toAbsolutePath();
    private static final Path SUITES =
            pack(classes(), FaultyJar.class.getPackageName().replace('.', '/'), "suites");

    /** Packed once, for an archive of classes knows the very file it was made of. */
    private static final Map<Path, Path> PACKED = new ConcurrentHashMap<>();

    private FaultyJar() {}

    /** The jar: the suites and nothing else. */
    public static Path path() {
        return SUITES;
    }

    /** Class path entries of this process made jars where they are folders, as they are before a module is packaged. */
    public static List<Path> jars(List<Path> entries) {
        return entries.stream()
                .map(entry -> Files.isDirectory(entry)
                        ? PACKED.computeIfAbsent(entry, folder -> pack(folder, "", "own-" + entries.indexOf(folder)))
                        : entry)
                .toList();
    }

    private static Path classes() {
        try {
            return Path.of(FaultyJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pack(Path classes, String folder, String name) {
        try (Stream<Path> walk = Files.walk(classes.resolve(folder))) {
            Path jar = Files.createDirectories(JARS).resolve(name + ".jar");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                    JarEntry entry =
                            new JarEntry(classes.relativize(file).toString().replace('\\', '/'));
                    entry.setTime(0);
                    out.putNextEntry(entry);
                    Files.copy(file, out);
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
