package dev.clnrm.bench.notation;

import dev.clnrm.bench.dsl.Bench;
import dev.clnrm.bench.dsl.BenchmarkSuite;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.infra.Blackhole;

/** Compiles the text of suite classes and makes them. */
final class Javac {
    private Javac() {}

    /** An instance of each class named, all written in {@code text}, the source of {@code unit}. */
    static List<BenchmarkSuite> suites(Path folder, String unit, String text, List<String> classes)
            throws IOException, ReflectiveOperationException {
        Path source = Files.writeString(folder.resolve(unit + ".java"), text);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "--release", "17", "-cp", classPath(), "-d", folder.toString());
            boolean done = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!done) {
                throw new IllegalStateException(said + "\n" + text);
            }
        }
        List<BenchmarkSuite> suites = new ArrayList<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            for (String name : classes) {
                suites.add(
                        (BenchmarkSuite) loader.loadClass(name).getConstructor().newInstance());
            }
        }
        return suites;
    }

    private static String classPath() {
        return Stream.of(Bench.class, Blackhole.class, NullMarked.class)
                .map(Javac::locationOf)
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
