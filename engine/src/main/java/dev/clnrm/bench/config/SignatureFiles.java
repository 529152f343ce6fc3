package dev.clnrm.bench.config;

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
 * Finds jars whose classes a JVM refuses: a jar that is packed of others, with their signature files but without the manifest these were
 * made for, ends every JVM that loads a class from it with a {@code SecurityException}.
 */
public final class SignatureFiles {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.SF", Pattern.CASE_INSENSITIVE);
    private static final String HELP =
            "leave them out when the jar is packed: in maven-shade-plugin a <filter> of <artifact>*:*</artifact>"
                    + " with <exclude>META-INF/*.SF</exclude>, <exclude>META-INF/*.DSA</exclude> and <exclude>META-INF/*.RSA</exclude>;"
                    + " in Gradle exclude(\"META-INF/*.SF\", \"META-INF/*.DSA\", \"META-INF/*.RSA\")";

    private SignatureFiles() {}

    /**
     * A jar a JVM refuses.
     *
     * @param files its signature files
     * @param message what the JVM says
     */
    record Refused(List<String> files, String message) {
        Refused {
            files = List.copyOf(files);
        }
    }

    /**
     * An error for each such jar that a suite names, at the suite's place.
     *
     * @param directory what paths are relative to
     */
    public static List<Diagnostic> check(Declarations declared, Path directory) {
        List<Diagnostic> found = new ArrayList<>();
        Set<Path> seen = new LinkedHashSet<>();
        for (DeclaredSuite suite : declared.suites()) {
            for (Path jar : jars(suite.source(), directory)) {
                if (seen.add(jar)) {
                    refused(jar).ifPresent(why -> found.add(diagnostic(suite, directory, jar, why)));
                }
            }
        }
        return found;
    }

    private static Diagnostic diagnostic(DeclaredSuite suite, Path directory, Path jar, Refused why) {
        String name = jar.startsWith(directory) ? directory.relativize(jar).toString() : jar.toString();
        return Diagnostic.error(
                        suite.source().place(),
                        "the JVM refuses the classes of `" + name + "`: it has signature files of another jar, "
                                + String.join(", ", why.files()))
                .note(why.message())
                .help(HELP);
    }

    private static List<Path> jars(SuiteSource source, Path directory) {
        List<String> written = source instanceof SuiteSource.Dsl dsl
                ? dsl.classpath()
                : source instanceof SuiteSource.Jar jar ? List.of(jar.jar()) : List.of();
        try {
            return ClassPath.of(directory, written).entries().stream()
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (SuiteLoader.CannotLoad e) {
            // A jar that cannot be loaded is a fault already, found when the suites were loaded.
            return List.of();
        }
    }

    /** Reads the classes of a jar as a JVM does, if it has signature files. */
    static Optional<Refused> refused(Path jar) {
        List<String> files = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        try (JarFile unchecked = new JarFile(jar.toFile(), false)) {
            unchecked.stream().map(JarEntry::getName).forEach(name -> {
                if (SIGNATURE.matcher(name).matches()) {
                    files.add(name);
                } else if (name.toLowerCase(Locale.ROOT).endsWith(".class")) {
                    classes.add(name);
                }
            });
        } catch (IOException e) {
            return Optional.empty();
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try (JarFile checked = new JarFile(jar.toFile(), true)) {
            for (String name : classes) {
                try (InputStream in = checked.getInputStream(checked.getJarEntry(name))) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return Optional.empty();
        } catch (SecurityException e) {
            return Optional.of(new Refused(files, e.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
