package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Finds jars whose classes a JVM rejects. Such a jar was packed from other jars: it contains their signature files, but not the manifest
 * that belongs to them. Every JVM that loads a class from it fails with a {@code SecurityException}.
 */
public final class SignatureFiles {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.SF", Pattern.CASE_INSENSITIVE);
    private static final String HELP =
            "exclude them when the jar is packed: in maven-shade-plugin a <filter> of <artifact>*:*</artifact>"
                    + " with <exclude>META-INF/*.SF</exclude>, <exclude>META-INF/*.DSA</exclude> and <exclude>META-INF/*.RSA</exclude>;"
                    + " in Gradle exclude(\"META-INF/*.SF\", \"META-INF/*.DSA\", \"META-INF/*.RSA\")";

    private SignatureFiles() {}

    /**
     * An error for each such jar of a suite, at the suite's place.
     *
     * @param directory the folder that paths are relative to
     */
    public static List<Diagnostic> check(Declarations declared, Path directory) {
        List<Diagnostic> found = new ArrayList<>();
        Set<Path> seen = new LinkedHashSet<>();
        for (DeclaredSuite suite : declared.suites()) {
            for (Path jar : jars(suite.source(), directory)) {
                if (seen.add(jar)) {
                    Path name = jar.startsWith(directory) ? directory.relativize(jar) : jar;
                    refused(jar, name, suite.source().place()).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static List<Path> jars(SuiteSource source, Path directory) {
        try {
            return source.classpath().in(directory).entries().stream()
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (SuiteLoader.CannotLoad e) {
            // A jar that cannot be loaded was reported when the suites were loaded.
            return List.of();
        }
    }

    /** Reads the classes of a jar as a JVM does, if the jar has signature files. */
    private static Optional<Diagnostic> refused(Path jar, Path name, Place place) {
        try {
            List<String> files = new ArrayList<>();
            List<String> classes = new ArrayList<>();
            try (JarFile unchecked = new JarFile(jar.toFile(), false)) {
                unchecked.stream().map(JarEntry::getName).forEach(entry -> {
                    if (SIGNATURE.matcher(entry).matches()) {
                        files.add(entry);
                    } else if (entry.toLowerCase(Locale.ROOT).endsWith(".class")) {
                        classes.add(entry);
                    }
                });
            }
            if (files.isEmpty()) {
                return Optional.empty();
            }
            String refuses = "the JVM refuses the classes of `" + name + "`: it has signature files of another jar, ";
            Diagnostic error = Diagnostic.error(place, refuses + String.join(", ", files));
            return refusal(jar, classes).map(why -> error.note(why).help(HELP));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The JVM's message if it rejects one of the classes. */
    private static Optional<String> refusal(Path jar, List<String> classes) throws IOException {
        try (JarFile checked = new JarFile(jar.toFile(), true)) {
            for (String name : classes) {
                try (InputStream in = checked.getInputStream(checked.getJarEntry(name))) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return Optional.empty();
        } catch (SecurityException e) {
            return Optional.of(e.toString());
        }
    }
}
