package dev.clnrm.bench.action;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Who owns files, in the numbers of Unix. */
final class Owners {
    private Owners() {}

    /** The user this process is; -1 where users have no numbers. */
    static int self() throws IOException {
        Path self = Path.of("/proc/self");
        // The link belongs to root, whoever asks; the folder it leads to belongs to this process.
        return Files.isDirectory(self) ? user(self.toRealPath()) : -1;
    }

    static int user(Path path) throws IOException {
        return unix(path, "unix:uid");
    }

    static int group(Path path) throws IOException {
        return unix(path, "unix:gid");
    }

    /** Gives a folder and all that is in it to somebody; links are given, not their targets. */
    static void give(Path folder, int user, int group) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) throws IOException {
                set(entry);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) throws IOException {
                set(entry);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path entry, IOException fault) {
                return FileVisitResult.CONTINUE;
            }

            private void set(Path entry) throws IOException {
                Files.setAttribute(entry, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(entry, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
            }
        });
    }

    private static int unix(Path path, String attribute) throws IOException {
        try {
            return Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS) instanceof Integer number
                    ? number
                    : -1;
        } catch (UnsupportedOperationException e) {
            // Windows knows no such numbers.
            return -1;
        }
    }
}
