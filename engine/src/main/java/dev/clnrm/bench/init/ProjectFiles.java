package dev.clnrm.bench.init;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a project, which may not be trusted: files are read up to a size limit, and no link is followed. Names are relative to the
 * project's folder, with {@code /} between folders. A name that starts with {@code ../} is a file of the git repository around the project.
 */
final class ProjectFiles {
    /** 1 MiB: a hundred times a long build file. */
    static final int LARGEST = 1 << 20;

    /** 64 KiB: enough for the imports of a source file, even after a long licence. */
    private static final int HEAD = 64 << 10;

    private static final int MOST = 200_000;
    private static final int DEEPEST = 40;

    /** Folders with build results, and folders that tests read as data. */
    private static final Set<String> SKIPPED = Set.of("build", "target", "out", "node_modules", "resources");

    private final Path root;
    private final Path repository;
    private final SortedSet<String> names = new TreeSet<>();
    private final List<String> unread = new ArrayList<>();

    private ProjectFiles(Path root) {
        this.root = root;
        this.repository = Stream.iterate(root, Objects::nonNull, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElse(root);
    }

    /** The files in a folder and its subfolders, except hidden folders. */
    static ProjectFiles of(Path folder) throws IOException {
        ProjectFiles files = new ProjectFiles(folder.toRealPath());
        Files.walkFileTree(files.root, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, files.new Walk());
        return files;
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean skipped = name.startsWith(".") || SKIPPED.contains(name);
            return skipped && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                names.add(name(file));
            }
            if (names.size() < MOST) {
                return FileVisitResult.CONTINUE;
            }
            unread.add("the project has more than " + MOST + " files; the others were not read");
            return FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) {
            unread.add(name(file) + " cannot be read");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) {
            if (fault != null) {
                unread.add(name(folder) + " cannot be read");
            }
            return FileVisitResult.CONTINUE;
        }
    }

    Path root() {
        return root;
    }

    /** The project's folder in its git repository; empty if it is the root of the repository, or in none. */
    String folder() {
        return repository.relativize(root).toString().replace('\\', '/');
    }

    /** The starts of names in the project's folder and in its parents, up to the root of the repository: empty, {@code ../} and so on. */
    List<String> levels() {
        int depth = folder().isEmpty() ? 0 : repository.relativize(root).getNameCount();
        return IntStream.rangeClosed(0, depth).mapToObj("../"::repeat).toList();
    }

    /** The start of names in the root of the repository. */
    String top() {
        return levels().get(levels().size() - 1);
    }

    /** The file with a name in the project's folder or in the nearest parent that has one. */
    Optional<String> nearest(String name) {
        return levels().stream().map(level -> level + name).filter(this::has).findFirst();
    }

    /** Every file below the project's folder. */
    SortedSet<String> names() {
        return names;
    }

    /** The files that were not read, with the reasons. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** The names of the files in a folder, which may be hidden. */
    List<String> in(String folder) {
        Optional<Path> path = inside(folder).filter(p -> Files.isDirectory(p, LinkOption.NOFOLLOW_LINKS));
        try (Stream<Path> all = path.isPresent() ? Files.list(path.get()) : Stream.empty()) {
            return all.map(this::name).sorted().toList();
        } catch (IOException e) {
            unread.add(folder + " cannot be read");
            return List.of();
        }
    }

    /** The content of a file; empty if the file does not exist or is too large. */
    Optional<byte[]> bytes(String name) {
        Optional<Path> file = find(name);
        Optional<byte[]> bytes = file.flatMap(path -> read(path, LARGEST + 1));
        if (bytes.isPresent() && bytes.get().length > LARGEST) {
            refuse(name, "is larger than 1 MiB");
            return Optional.empty();
        }
        if (file.isPresent() && bytes.isEmpty()) {
            refuse(name, "cannot be read");
        }
        return bytes;
    }

    Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The first part of a file. */
    String head(String name) {
        return find(name)
                .flatMap(path -> read(path, HEAD))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Records once that a file was not read. */
    void refuse(String name, String why) {
        String line = name + " " + why;
        if (!unread.contains(line)) {
            unread.add(line);
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private Optional<Path> find(String name) {
        return inside(name).filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
    }

    /** The file's path; empty if it is outside the repository or goes through a link. */
    private Optional<Path> inside(String name) {
        try {
            Path path = root.resolve(name).normalize();
            return path.startsWith(repository) && !linked(repository, path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether a path below a folder goes through a link. */
    static boolean linked(Path folder, Path below) {
        for (Path at = below; at != null && !at.equals(folder); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<byte[]> read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes(most));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
