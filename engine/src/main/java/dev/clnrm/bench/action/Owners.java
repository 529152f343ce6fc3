package dev.clnrm.bench.action;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** The owners of files, as Unix ids. */
final class Owners {
    private Owners() {}

    /** The user id of this process; -1 on systems without user ids. */
    static int self() throws IOException {
        Path self = Path.of("/proc/self");
        // The link always belongs to root, but the folder it leads to belongs to this process.
        return Files.isDirectory(self) ? user(self.toRealPath()) : -1;
    }

    static int user(Path path) throws IOException {
        return unix(path, "unix:uid");
    }

    static int group(Path path) throws IOException {
        return unix(path, "unix:gid");
    }

    /** Changes the owner of a folder and everything in it. For links it changes the link, not the target. */
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
            // Windows has no such ids.
            return -1;
        }
    }
}
