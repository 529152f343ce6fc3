package dev.clnrm.bench.profile;

import dev.clnrm.bench.config.ClassPath;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/** The names of the source files of classes, as their compiler recorded them. No class is loaded. */
final class SourceNames implements Closeable {
    private final URLClassLoader files;
    private final Map<String, Optional<String>> known = new HashMap<>();

    SourceNames(ClassPath classPath) throws IOException {
        List<URL> entries = new ArrayList<>();
        for (Path entry : classPath.entries()) {
            entries.add(entry.toUri().toURL());
        }
        files = new URLClassLoader(entries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /** The name of the file of a class, {@code Parser.kt}; empty if the class is not found or does not tell. */
    Optional<String> of(String internal) {
        return known.computeIfAbsent(internal, this::read);
    }

    private Optional<String> read(String internal) {
        try (InputStream in = files.getResourceAsStream(internal + ".class")) {
            if (in == null) {
                return Optional.empty();
            }
            ClassNode type = new ClassNode();
            new ClassReader(in.readAllBytes()).accept(type, ClassReader.SKIP_CODE);
            return Optional.ofNullable(type.sourceFile);
        } catch (IOException | IllegalArgumentException e) {
            // ASM cannot read this class, for example because its JDK is too new.
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
