package dev.clnrm.bench.cli;

import dev.clnrm.bench.faulty.FaultyJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** A project that declares suites of the faulty jar in a {@code budgets.yaml}, and keeps a run beside it. */
record ProjectFolder(Path folder) {
    /** Declares one suite. */
    ProjectFolder declare(Class<?> suite, String... further) throws IOException {
        return declare(FaultyJar.path(), suite, further);
    }

    /** Declares one suite of another jar, with further lines below. */
    ProjectFolder declare(Path jar, Class<?> suite, String... further) throws IOException {
        String name = suite.getSimpleName().replace("Suite", "").toLowerCase(Locale.ROOT);
        return write(Stream.concat(
                        Stream.of(
                                "version: 1",
                                "suites:",
                                "  " + name + ":",
                                "    classpath: " + jar,
                                "    suite: " + suite.getName()),
                        Stream.of(further))
                .toArray(String[]::new));
    }

    ProjectFolder write(String... lines) throws IOException {
        Files.write(file(), Stream.of(lines).toList());
        return this;
    }

    Path file() {
        return folder.resolve("budgets.yaml");
    }

    Path run() {
        return folder.resolve("run");
    }

    /** Measures what these words ask for. */
    CommandLineRun measure(String... args) throws IOException, InterruptedException {
        return CommandLineRun.of(words(args));
    }

    /** The words that ask for a run of this project. */
    String[] words(String... args) {
        return Stream.concat(Stream.of("run", "-f", file().toString(), "--out", run().toString()), Stream.of(args))
                .toArray(String[]::new);
    }

    CommandLineRun resume() throws IOException, InterruptedException {
        return CommandLineRun.of("run", "--resume", run().toString());
    }
}
