package dev.clnrm.bench.runs;

import dev.clnrm.bench.samples.UnwritableFileException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prevents two controllers from writing to one folder. The operating system holds the lock and releases it whenever the process ends, so
 * a lock is never stale. The file is not deleted, because a third process could then lock another file of the same name.
 */
final class FolderLock implements AutoCloseable {
    private static final String NAME = ".lock";

    /**
     * The folders that this process has locked. Closing any channel of a file releases all locks of the process on it, so a second
     * channel must never be opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final RandomAccessFile file;

    private FolderLock(Path folder, RandomAccessFile file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Locks a folder that exists.
     *
     * @throws UnwritableFileException if another process has locked it
     */
    static FolderLock take(Path folder) {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw new UnwritableFileException(folder, e);
        }
        if (!HELD.add(real)) {
            throw taken(folder, "this process");
        }
        try {
            return lock(folder, real);
        } catch (IOException e) {
            HELD.remove(real);
            throw new UnwritableFileException(folder.resolve(NAME), e);
        } catch (RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FolderLock lock(Path folder, Path real) throws IOException {
        Path path = folder.resolve(NAME);
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock == null) {
                throw taken(folder, holder(path));
            }
            file.setLength(0);
            file.write((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII));
            return new FolderLock(real, file);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static String holder(Path path) {
        try {
            return "process "
                    + Files.readString(path, StandardCharsets.US_ASCII)
                            .lines()
                            .findFirst()
                            .orElse("");
        } catch (IOException e) {
            return "another process";
        }
    }

    private static UnwritableFileException taken(Path folder, String holder) {
        return new UnwritableFileException(
                folder, "is being written by " + holder, "wait for it to end, or give another directory");
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UnwritableFileException(folder.resolve(NAME), e);
        } finally {
            HELD.remove(folder);
        }
    }
}
