package dev.clnrm.bench.config;

import dev.clnrm.bench.config.SuiteLoader.CannotLoad;
import dev.clnrm.bench.os.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A class path as written in {@code budgets.yaml}. Paths are relative to the folder of the file; {@code *} matches any characters of a
 * name.
 *
 * @param entries jars and folders; at least one if there is no command
 * @param command a shell command whose last line of output is the rest of the class path
 * @param jar whether it is one jar that contains everything its code needs
 */
public record WrittenClassPath(List<String> entries, Optional<String> command, boolean jar) {
    private static final int MOST_SHOWN = 10;

    public WrittenClassPath {
        entries = List.copyOf(entries);
    }

    public static WrittenClassPath of(String... entries) {
        return new WrittenClassPath(List.of(entries), Optional.empty(), false);
    }

    public static WrittenClassPath ofJar(String jar) {
        return new WrittenClassPath(List.of(jar), Optional.empty(), true);
    }

    /** Its name in messages. */
    String shown() {
        return jar ? "`" + entries.get(0) + "`" : "its class path";
    }

    /**
     * The files of the entries.
     *
     * @param directory the folder that relative paths are relative to
     * @throws CannotLoad if one does not exist or is neither a jar nor a folder
     */
    ClassPath in(Path directory) throws CannotLoad {
        List<Path> files = new ArrayList<>();
        for (String entry : entries) {
            List<Path> found = Glob.isGlob(entry) ? matching(directory, entry) : List.of(existing(directory, entry));
            if (jar) {
                checkJar(found, entry);
            }
            files.addAll(found);
        }
        return ClassPath.of(directory, files);
    }

    private static Path existing(Path directory, String entry) throws CannotLoad {
        Path path = resolve(directory, entry);
        if (!Files.exists(path)) {
            throw CannotLoad.of(entry, "does not exist", helpFor(path));
        }
        return path;
    }

    private static List<Path> matching(Path directory, String entry) throws CannotLoad {
        FilePattern pattern = new FilePattern(entry);
        try {
            List<Path> found = pattern.in(resolve(directory, ""));
            if (found.isEmpty()) {
                throw CannotLoad.of(
                        entry,
                        "matches " + (pattern.ofJars() ? "no jar" : "nothing"),
                        CannotLoad.BUILD + "; `*` stands for any characters of one name");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw CannotLoad.of(entry, "cannot be searched: " + e.getMessage(), "check the permissions of the folder");
        } catch (InvalidPathException e) {
            throw notAPath(entry);
        }
    }

    private static void checkJar(List<Path> found, String entry) throws CannotLoad {
        if (found.size() > 1) {
            String names = found.stream()
                    .limit(MOST_SHOWN)
                    .map(file -> String.valueOf(file.getFileName()))
                    .collect(Collectors.joining(", "));
            String more = found.size() > MOST_SHOWN ? ", …" : "";
            throw CannotLoad.of(
                    entry,
                    "matches " + found.size() + " files: " + names + more,
                    "write a pattern that only one of them matches, or delete the others");
        }
        if (Files.isDirectory(found.get(0))) {
            throw CannotLoad.of(
                    entry,
                    "is a folder, but `jar` names one jar with the benchmarks and all they need",
                    "write `jmh: {classpath: [" + entry + ", …]}`, with the jars that the benchmarks need");
        }
    }

    private static Path resolve(Path directory, String written) throws CannotLoad {
        try {
            return directory.resolve(written).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw notAPath(written);
        }
    }

    private static CannotLoad notAPath(String written) {
        return CannotLoad.of(written, "is not a path", "name a jar or a folder");
    }

    /** The help for a missing file: a jar with a similar name, or else the first jar of the folder. */
    private static String helpFor(Path missing) {
        List<String> jars = jarsBeside(missing);
        List<String> near = Nearest.to(String.valueOf(missing.getFileName()), jars);
        return near.isEmpty()
                ? CannotLoad.BUILD
                        + jars.stream()
                                .findFirst()
                                .map(name -> "; `" + name + "` is in the same folder")
                                .orElse("")
                : Nearest.didYouMean(near) + " Or " + CannotLoad.BUILD;
    }

    private static List<String> jarsBeside(Path missing) {
        return Optional.ofNullable(missing.getParent()).map(Listing::of).orElse(List.of()).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .filter(name -> name.endsWith(".jar"))
                .sorted()
                .toList();
    }
}
