package dev.clnrm.bench.measure;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;

/** Finds the jars of this program that a measured JVM needs, too. */
public final class OwnJars {
    private OwnJars() {}

    /** The jars of the DSL, of JMH, and of JMH's dependencies. */
    public static List<Path> find() {
        return Stream.of(
                        BenchmarkSuite.class,
                        org.openjdk.jmh.annotations.Benchmark.class,
                        joptsimple.ValueConverter.class,
                        org.apache.commons.math3.Field.class,
                        org.jspecify.annotations.NullMarked.class)
                .map(OwnJars::origin)
                .toList();
    }

    private static Path origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path entry without a path: " + source.getLocation(), e);
        }
    }
}
