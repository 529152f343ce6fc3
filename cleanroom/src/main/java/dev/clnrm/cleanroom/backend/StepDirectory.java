package dev.clnrm.cleanroom.backend;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Creates a new empty directory that only its owner may enter, and deletes it with everything that a step left in it. */
final class StepDirectory extends SimpleFileVisitor<Path> {
    /**
     * The characters of a path above which its directory is moved: few enough that the path of a file in it is shorter than
     * 4,096 bytes, the most that Linux takes (PATH_MAX).
     */
    private static final int LONG = 512;

    private final Path directory;
    private final Deque<Path> left = new ArrayDeque<>();
    private Path root;
    private int moved;

    private StepDirectory(Path directory) {
        this.directory = directory;
        this.root = directory;
    }

    /** Creates the directory. The name is new, and the creation fails if it already exists. */
    static Path make(Path parent, String id) throws IOException {
        return Files.createDirectory(
                parent.resolve("clnrm-step-" + id),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /**
     * Deletes the directory. Follows no links; directories that the step made inaccessible are opened again. A step can nest
     * directories deeper than the longest path that the system takes, so those with a long path are first moved beside this one.
     */
    static void remove(Path directory) throws IOException {
        StepDirectory removal = new StepDirectory(directory);
        for (Path next = directory; next != null; next = removal.left.poll()) {
            removal.root = next;
            Files.walkFileTree(next, removal);
        }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) || Files.isReadable(file)) {
            throw problem;
        }
        open(file);
        later(file);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
        if (!Files.isWritable(inner) || !Files.isExecutable(inner)) {
            open(inner);
        }
        if (inner.toString().length() <= LONG || inner.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        later(inner);
        return FileVisitResult.SKIP_SUBTREE;
    }

    private void later(Path inner) throws IOException {
        left.add(
                inner.equals(root)
                        ? inner
                        : Files.move(inner, directory.resolveSibling(directory.getFileName() + "moved-" + moved++)));
    }

    @Override
    public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException problem) throws IOException {
        if (problem != null) {
            throw problem;
        }
        Files.delete(inner);
        return FileVisitResult.CONTINUE;
    }

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
