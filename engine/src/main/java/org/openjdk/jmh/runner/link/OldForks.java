package org.openjdk.jmh.runner.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Lets forks with JMH before 1.24 read what this JMH writes: back then one class of the options had no serial version of its own, and
 * Java computed one. Its fields are the same, so that the number alone is exchanged.
 */
final class OldForks extends OutputStream {
    private static final byte[] CLASS =
            "org.openjdk.jmh.runner.options.ProfilerConfig".getBytes(StandardCharsets.US_ASCII);

    /** As {@code serialver} computes it for JMH 1.17 to 1.23. */
    private static final long COMPUTED = 2306646571747535217L;

    private final OutputStream out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    OldForks(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        pending.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        pending.write(bytes, from, length);
    }

    /** Passes on what was written since the last time, the number exchanged where the class is described. */
    @Override
    public void flush() throws IOException {
        byte[] bytes = pending.toByteArray();
        pending.reset();
        int at = indexOf(bytes);
        if (at >= 0 && at + CLASS.length + Long.BYTES <= bytes.length) {
            ByteBuffer.wrap(bytes).putLong(at + CLASS.length, COMPUTED);
        }
        out.write(bytes);
        out.flush();
    }

    private static int indexOf(byte[] bytes) {
        for (int from = 0; from + CLASS.length <= bytes.length; from++) {
            int matched = 0;
            while (matched < CLASS.length && bytes[from + matched] == CLASS[matched]) {
                matched++;
            }
            if (matched == CLASS.length) {
                return from;
            }
        }
        return -1;
    }
}
