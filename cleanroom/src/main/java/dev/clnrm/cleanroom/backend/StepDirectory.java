package dev.clnrm.cleanroom.backend;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Creates a new empty directory that only its owner may enter, and deletes it with everything that a step left in it. */
final class StepDirectory {
    private StepDirectory() {}

    /** Creates the directory. The name is new, and the creation fails if it already exists. */
    static Path make(Path parent, String id) throws IOException {
        return Files.createDirectory(
                parent.resolve("clnrm-step-" + id),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Deletes the directory. Follows no links; directories that the step made inaccessible are opened again. */
    static void remove(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw problem;
                }
                open(file);
                remove(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) throws IOException {
                if (!Files.isWritable(inner) || !Files.isExecutable(inner)) {
                    open(inner);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException problem) throws IOException {
                if (problem != null) {
                    throw problem;
                }
                Files.delete(inner);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void open(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
}
