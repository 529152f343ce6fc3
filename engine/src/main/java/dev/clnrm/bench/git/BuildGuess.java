package dev.clnrm.bench.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Guesses the command that builds a project from its build files. */
public final class BuildGuess {
    /** The deepest folder that is searched: modules are rarely deeper, and a search of the whole work tree would take long. */
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

    /**
     * The project's own wrapper script, else the program on the PATH. The script may be in a parent folder, and its executable
     * flag may be missing.
     */
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
