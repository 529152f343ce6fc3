package dev.clnrm.bench.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads the lines of a stream as bytes, without line breaks, and detects whether the last line has one. */
final class ByteLines implements AutoCloseable {
    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int next;
    private int filled;
    private boolean whole;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; returns false if there is none. */
    boolean next() throws IOException {
        line.reset();
        while (true) {
            for (int i = next; i < filled; i++) {
                if (block[i] == '\n') {
                    line.write(block, next, i - next);
                    next = i + 1;
                    whole = true;
                    return true;
                }
            }
            line.write(block, next, filled - next);
            next = 0;
            filled = Math.max(0, in.read(block));
            if (filled == 0) {
                whole = false;
                return line.size() > 0;
            }
        }
    }

    byte[] bytes() {
        return line.toByteArray();
    }

    /** Whether the line had a line break. */
    boolean whole() {
        return whole;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
