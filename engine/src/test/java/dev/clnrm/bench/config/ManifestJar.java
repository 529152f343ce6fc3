package dev.clnrm.bench.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A jar of nothing but a manifest with a class path, as builds write it to keep command lines short. */
public final class ManifestJar {
    private ManifestJar() {}

    /** Names each entry by its full URL. */
    public static Path of(Path jar, List<Path> entries) throws IOException {
        return of(jar, entries.stream().map(one -> one.toUri().toString()).collect(Collectors.joining(" ")));
    }

    /** Has this class path. */
    public static Path of(Path jar, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
