package dev.clnrm.bench.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.clnrm.bench.model.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forks of a run, one line each. Each line is written and flushed to the disk when its fork ends, so a killed process loses
 * no finished fork.
 */
public final class Journal implements AutoCloseable {
    private static final String HELP =
            "each line of samples.ndjson is one fork as it was written; restore the line or remove it";

    private static final ObjectReader FORK = JsonFiles.MAPPER.readerFor(ForkLine.class);

    private final Path file;
    private final RandomAccessFile out;

    Journal(Path file, RandomAccessFile out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Opens or creates a journal. An incomplete last line of a killed process is deleted, so that the next fork starts on a new
     * line.
     *
     * @throws UnwritableFileException if it cannot be written
     */
    public static Journal open(Path file) {
        try {
            boolean fresh = Files.notExists(file);
            RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw");
            try {
                mendLastLine(out);
            } catch (IOException | RuntimeException e) {
                out.close();
                throw e;
            }
            if (fresh) {
                WholeFile.syncDirectoryOf(file);
            }
            return new Journal(file, out);
        } catch (IOException e) {
            throw new UnwritableFileException(file, e);
        }
    }

    /**
     * Adds a fork. When this returns, the fork is on the disk; when this throws, the journal is unchanged.
     *
     * @throws UnwritableFileException if the disk is full or missing
     */
    public synchronized void append(JournalEntry entry) {
        byte[] line = line(entry);
        try {
            long end = out.length();
            try {
                out.seek(end);
                out.write(line);
                out.getFD().sync();
            } catch (IOException e) {
                cutBack(end, e);
                throw e;
            }
        } catch (IOException e) {
            throw new UnwritableFileException(file, e);
        }
    }

    private void cutBack(long end, IOException because) {
        try {
            out.setLength(end);
        } catch (IOException e) {
            // Then the reader drops the incomplete line.
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UnwritableFileException(file, e);
        }
    }

    /** The lines of a journal with these forks. */
    public static byte[] written(List<JournalEntry> forks) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        forks.forEach(fork -> lines.writeBytes(line(fork)));
        return lines.toByteArray();
    }

    /**
     * Reads a journal. An incomplete last line of a killed process is skipped and reported.
     *
     * @throws UnreadableFileException if there is no such file, or if another line is not a fork
     */
    public static Contents read(Path file) {
        List<JournalEntry> records = new ArrayList<>();
        try (ByteLines lines = new ByteLines(Files.newInputStream(file))) {
            for (int line = 1; lines.next(); line++) {
                try {
                    records.add(parse(lines.bytes()));
                } catch (JsonProcessingException e) {
                    if (!lines.whole()) {
                        return new Contents(records, Optional.of(new Place(file.toString(), line, 0)));
                    }
                    throw JsonFiles.unreadable(file, line, e, HELP);
                }
            }
            return new Contents(records, Optional.empty());
        } catch (IOException e) {
            throw new UnreadableFileException(file, e);
        }
    }

    private static byte[] line(JournalEntry entry) {
        try {
            return (JsonFiles.MAPPER.writeValueAsString(ForkLine.of(entry)) + "\n").getBytes(StandardCharsets.US_ASCII);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a fork to memory", e);
        }
    }

    private static JournalEntry parse(byte[] line) throws IOException {
        try {
            return FORK.<ForkLine>readValue(line).entry();
        } catch (IllegalArgumentException e) {
            throw new JsonMappingException(null, String.valueOf(e.getMessage()), e);
        }
    }

    private static void mendLastLine(RandomAccessFile out) throws IOException {
        long length = out.length();
        long start = startOfLastLine(out, length);
        if (start == length) {
            return;
        }
        byte[] last = new byte[Math.toIntExact(length - start)];
        out.seek(start);
        out.readFully(last);
        try {
            parse(last);
        } catch (JsonProcessingException e) {
            out.setLength(start);
            out.getFD().sync();
            return;
        }
        out.seek(length);
        out.write('\n');
        out.getFD().sync();
    }

    private static long startOfLastLine(RandomAccessFile file, long length) throws IOException {
        byte[] block = new byte[1 << 13];
        long end = length;
        while (end > 0) {
            int size = (int) Math.min(block.length, end);
            file.seek(end - size);
            file.readFully(block, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return end - size + i + 1;
                }
            }
            end -= size;
        }
        return 0;
    }

    /**
     * The content of a journal.
     *
     * @param records in the order written
     * @param torn the last line, if a killed process left it incomplete
     */
    public record Contents(List<JournalEntry> records, Optional<Place> torn) {
        public Contents {
            records = List.copyOf(records);
        }
    }
}
