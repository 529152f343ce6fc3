package dev.clnrm.bench.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The command that probably builds a project, as its build files suggest. */
public final class BuildGuess {
    /** Modules are rarely deeper; a guess need not read a whole work tree. */
    private static final int DEPTH = 4;

    private static final List<String> MAVEN = List.of("pom.xml");
    private static final List<String> GRADLE =
            List.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");
    private static final List<String> SBT = List.of("build.sbt");

    private BuildGuess() {}

    /**
     * The command for the project in a folder; empty if it has no build file of Maven, Gradle or sbt.
     *
     * @param project the folder the command is run in
     */
    public static Optional<String> of(Path project) {
        if (has(project, MAVEN)) {
            return Optional.of(program(project, "mvnw", "mvn") + " -q -B -DskipTests package");
        }
        if (has(project, GRADLE)) {
            boolean jmh = mentions(project, GRADLE, "jmh");
            return Optional.of(
                    program(project, "gradlew", "gradle") + " -q --no-daemon " + (jmh ? "jmhJar" : "assemble"));
        }
        if (has(project, SBT)) {
            boolean assembly = mentions(project, List.of("build.sbt", "plugins.sbt", "assembly.sbt"), "assembly");
            return Optional.of(program(project, "sbt", "sbt") + " Jmh/" + (assembly ? "assembly" : "compile"));
        }
        return Optional.empty();
    }

    private static boolean has(Path project, List<String> names) {
        return names.stream().anyMatch(name -> Files.isRegularFile(project.resolve(name)));
    }

    /** The project's own script, which may lie in a folder above its own and may have lost its mode; else the program on the PATH. */
    private static String program(Path project, String wrapper, String installed) {
        String up = "./";
        for (Path at = project; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(wrapper))) {
                return (Files.isExecutable(at.resolve(wrapper)) ? "" : "sh ") + up + wrapper;
            }
            if (Files.exists(at.resolve(".git"))) {
                break;
            }
            up = up.equals("./") ? "../" : up + "../";
        }
        return installed;
    }

    private static boolean mentions(Path project, List<String> names, String word) {
        try (Stream<Path> found = Files.find(
                project,
                DEPTH,
                (path, is) -> is.isRegularFile() && names.contains(String.valueOf(path.getFileName())))) {
            return found.anyMatch(path -> read(path).contains(word));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
