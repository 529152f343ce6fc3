package dev.clnrm.bench.init;

import dev.clnrm.bench.init.Setup.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A project's files. */
record ProjectTree(Path root) {
    private static final String BENCHMARK =
            "package p;\nimport org.openjdk.jmh.annotations.Benchmark;\nclass B { @Benchmark public void b() {} }\n";

    ProjectTree file(String name, String... lines) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    /** A source file with a benchmark. */
    ProjectTree benchmark(String name) throws IOException {
        return file(name, BENCHMARK);
    }

    /** A {@code pom.xml} of an artifact {@code a} with the version 1.2. */
    ProjectTree pom(String name, String... lines) throws IOException {
        return file(
                name,
                Stream.of(
                                Stream.of("<project xmlns=\"http://maven.apache.org/POM/4.0.0\">"),
                                Stream.of("<artifactId>a</artifactId><version>1.2</version>"),
                                Stream.of(lines),
                                Stream.of("</project>"))
                        .flatMap(line -> line)
                        .toArray(String[]::new));
    }

    /** The build of a {@code pom.xml} that shades. */
    static String shade(String configuration) {
        return plugin("maven-shade-plugin", "shade", configuration);
    }

    static String plugin(String artifactId, String goal, String configuration) {
        return "<build><plugins><plugin><artifactId>" + artifactId + "</artifactId><executions><execution><goals><goal>"
                + goal
                + "</goal></goals><configuration>" + configuration
                + "</configuration></execution></executions></plugin></plugins></build>";
    }

    Setup init() throws IOException {
        return new Init(root, false, false).run();
    }

    String read(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    boolean has(String name) {
        return Files.exists(root.resolve(name));
    }

    /** What was found of a subject. */
    static List<String> found(Setup setup, String subject) {
        return setup.found().stream()
                .filter(one -> one.subject().equals(subject))
                .map(Found::text)
                .toList();
    }

    static String missing(Setup setup) {
        return String.join(
                "\n",
                setup.missing().stream()
                        .map(one -> one.text() + " | " + one.help())
                        .toList());
    }
}
