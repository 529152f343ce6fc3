package dev.clnrm.bench.git;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds compiler errors in a build's output: javac, alone or run by Maven, Gradle or sbt, kotlinc and scalac. */
final class CompilerErrors {
    private static final int MOST = 200;

    /** The most lines that are read, because a build can print without end. */
    private static final long MOST_LINES = 200_000;

    private static final Pattern ERROR =
            Pattern.compile("\\berror:|^\\[(ERROR|error)\\]|^e: |^\\s+(symbol|location):\\s");

    private CompilerErrors() {}

    static List<String> in(Path log, Path tree) {
        String here = Git.root(tree) + "/";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .limit(MOST_LINES)
                    .filter(line -> ERROR.matcher(line).find())
                    .limit(MOST)
                    .map(line -> line.replace("file://" + here, "")
                            .replace(here, "")
                            .strip()
                            .replaceFirst("^\\./", ""))
                    .distinct()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return List.of();
        }
    }
}
