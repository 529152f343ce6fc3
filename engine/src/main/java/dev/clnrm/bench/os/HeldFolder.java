package dev.clnrm.bench.os;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A temporary folder, which is deleted when it is closed. The next process that makes one deletes the folders of killed processes. A locked
 * file shows that a folder is in use: the number of its process says nothing in another container or on another host with the same
 * folder for temporary files.
 */
public final class HeldFolder implements AutoCloseable {
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private HeldFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes a folder that only this user can enter. Its name is no secret, unlike that of {@link Files#createTempDirectory}: secret names
     * need a generator of random numbers, which takes half of the start of a short command.
     *
     * @param prefix the start of its name; the number of the process and a dash follow
     */
    public static HeldFolder made(Path parent, String prefix) throws IOException {
        removeAbandoned(parent, prefix);
        FileAttribute<?>[] own =
                parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        for (long number = System.nanoTime(); ; number++) {
            Path path = parent.resolve(prefix + ProcessHandle.current().pid() + "-" + number);
            try {
                FileChannel lock = locked(Files.createDirectory(path, own));
                if (Files.exists(path.resolve(LOCK))) {
                    return new HeldFolder(path, lock);
                }
                lock.close();
            } catch (FileAlreadyExistsException | NoSuchFileException taken) {
                // The next number is free. A process that took the new folder for an abandoned one may have deleted it.
            }
        }
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            // This file system has no locks: other processes cannot lock the file either, so they keep the folder.
        }
        return channel;
    }

    private static void removeAbandoned(Path parent, String prefix) throws IOException {
        Pattern owned = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,18})-.*");
        List<Path> left;
        try (Stream<Path> all = Files.list(parent)) {
            left = all.filter(path -> {
                        Matcher owner = owned.matcher(String.valueOf(path.getFileName()));
                        return owner.matches()
                                && ProcessHandle.of(Long.parseLong(owner.group(1)))
                                        .isEmpty();
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        left.forEach(HeldFolder::removeUnlessHeld);
    }

    private static void removeUnlessHeld(Path folder) {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Scratch.delete(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            return; // It belongs to another user or is in use.
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with the process.
        }
        Scratch.delete(path);
    }
}
