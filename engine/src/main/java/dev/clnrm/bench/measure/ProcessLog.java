package dev.clnrm.bench.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The output of a process: its beginning goes to a file, its end is kept for messages, and the rest in between is counted and dropped.
 * Safe for use by several threads.
 */
public final class ProcessLog implements AutoCloseable {
    private static final int LARGEST_FILE = 1 << 20;
    private static final int TAIL_BYTES = 64 << 10;
    private static final int TAIL_LINES = 20;

    private final Path file;
    private final byte[] tail = new byte[TAIL_BYTES];
    private OutputStream out = OutputStream.nullOutputStream();
    private long total;

    /** Creates a log; existing content of the file stays. */
    public ProcessLog(Path file) {
        this.file = file;
    }

    /** Reads all output of a process, so that the process does not wait for a reader. */
    public void copy(InputStream printed) {
        byte[] buffer = new byte[8192];
        try (printed) {
            for (int read = printed.read(buffer); read >= 0; read = printed.read(buffer)) {
                write(buffer, read);
            }
        } catch (IOException e) {
            // The process ended and closed the pipe: the output read so far stays in the log.
            write(buffer, 0);
        }
    }

    synchronized void write(byte[] bytes, int length) {
        if (total == 0 && length > 0) {
            out = open();
        }
        if (total < LARGEST_FILE) {
            append(bytes, (int) Math.min(length, LARGEST_FILE - total));
        }
        int from = Math.max(0, length - TAIL_BYTES);
        for (int i = from; i < length; i++) {
            tail[(int) ((total + i) % TAIL_BYTES)] = bytes[i];
        }
        total += length;
    }

    /** The last printed lines, the latest last. */
    List<String> lastLines() {
        List<String> lines = tail();
        return List.copyOf(lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    /** The end of the output, as lines. */
    synchronized List<String> tail() {
        int kept = (int) Math.min(total, TAIL_BYTES);
        byte[] ordered = new byte[kept];
        for (int i = 0; i < kept; i++) {
            ordered[i] = tail[(int) ((total - kept + i) % TAIL_BYTES)];
        }
        return new String(ordered, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The file's name in the run's folder; empty if nothing was printed, because there is then no file. */
    synchronized Optional<String> name() {
        return total == 0
                ? Optional.empty()
                : Optional.of(file.subpath(Math.max(0, file.getNameCount() - 2), file.getNameCount())
                        .toString()
                        .replace('\\', '/'));
    }

    @Override
    public synchronized void close() {
        if (total > LARGEST_FILE) {
            byte[] notice = ("\n… " + (total - LARGEST_FILE) + " more bytes were printed and not kept\n")
                    .getBytes(StandardCharsets.UTF_8);
            append(notice, notice.length);
        }
        try {
            out.close();
        } catch (IOException e) {
            out = OutputStream.nullOutputStream();
        }
    }

    private OutputStream open() {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            return OutputStream.nullOutputStream();
        }
    }

    /** Appends to the file. A log is worth less than a measurement, so failures to write are ignored. */
    private void append(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            out = OutputStream.nullOutputStream();
        }
    }
}
