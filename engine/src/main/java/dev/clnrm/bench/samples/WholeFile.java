package dev.clnrm.bench.samples;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes files atomically: a file is written under a temporary name, flushed to the disk, and renamed. So it is either unchanged
 * or completely new.
 */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes a file.
     *
     * @throws UnwritableFileException if it cannot be written; then it is unchanged
     */
    public static void write(Path file, Body body) {
        Path beside = beside(file, ".tmp");
        try {
            Files.createFile(beside);
            try (FileOutputStream out = new FileOutputStream(beside.toFile());
                    OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
                body.writeTo(buffered);
                buffered.flush();
                out.getFD().sync();
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncDirectoryOf(file);
        } catch (IOException e) {
            try {
                Files.deleteIfExists(beside);
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw new UnwritableFileException(file, e);
        }
    }

    /** A new name beside a file. It is random, because processes in different containers have the same number. */
    public static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + "."
                + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ending);
    }

    /** Makes the name of a new file durable, if the system can flush a directory. */
    static void syncDirectoryOf(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open a directory; there a rename is durable by itself.
            return;
        }
    }

    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }
}
