package dev.clnrm.bench.app;

import dev.clnrm.bench.reach.ChangedMember;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The source files of a project. They are needed because a compiler records only the file name and the package. */
final class ProjectSources {
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|kt|scala|groovy)");

    /** The folders that a build writes to, which may contain generated sources. */
    private static final Set<String> BUILT = Set.of("target", "build", "out", "node_modules");

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+(?!object\\b)([\\w.`]+)");

    private final Path folder;
    private final Map<String, List<String>> byName = new HashMap<>();

    /** Finds the sources below a folder. Unreadable ones are ignored. */
    ProjectSources(Path folder) {
        this.folder = folder;
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes) {
                    String name = String.valueOf(inside.getFileName());
                    boolean skipped = !inside.equals(folder)
                            && (name.startsWith(".")
                                    || (BUILT.contains(name) && !isPackage(folder.relativize(inside))));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = String.valueOf(file.getFileName());
                    if (SOURCE.matcher(name).matches()) {
                        byName.computeIfAbsent(name, n -> new ArrayList<>(1))
                                .add(folder.relativize(file).toString().replace('\\', '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UserException(
                    ExitStatus.COULD_NOT_MEASURE,
                    folder + " cannot be read: " + e.getMessage(),
                    "check the permissions of the folder");
        }
    }

    /** Whether a folder may belong to a package: it is below {@code src}, and no build writes there. */
    private static boolean isPackage(Path inside) {
        return IntStream.range(0, inside.getNameCount() - 1)
                .anyMatch(i -> inside.getName(i).toString().equals("src"));
    }

    /** A member with the path of its source, or without a path if it is not in the project, for example that of a library. */
    ChangedMember located(ChangedMember member) {
        return member.what() == ChangedMember.What.RESOURCE
                ? member
                : member.in(member.file().flatMap(this::path));
    }

    /** The folder that a source declares by its package, {@code com/acme/}. Scala may declare a package in several lines. */
    private String packageFolder(String source) {
        try {
            String text = new String(Files.readAllBytes(folder.resolve(source)), StandardCharsets.UTF_8);
            return PACKAGE.matcher(text)
                    .results()
                    .map(line -> line.group(1).replace("`", "").replace('.', '/') + "/")
                    .collect(Collectors.joining());
        } catch (IOException e) {
            return "?";
        }
    }

    /** The path of a source. If two modules have a source with the same name and package, it is the path that the compiler recorded. */
    private Optional<String> path(String compiled) {
        List<String> named = byName.getOrDefault(compiled.substring(compiled.lastIndexOf('/') + 1), List.of());
        List<String> packaged = named.stream()
                .filter(one -> ("/" + one).endsWith("/" + compiled))
                .toList();
        // Kotlin and Scala do not require folders that match the package.
        List<String> fitting = packaged.isEmpty() && !compiled.endsWith(".java")
                ? named.stream()
                        .filter(one ->
                                compiled.equals(packageFolder(one) + compiled.substring(compiled.lastIndexOf('/') + 1)))
                        .toList()
                : packaged;
        return fitting.size() > 1 ? Optional.of(compiled) : fitting.stream().findFirst();
    }
}
