package dev.clnrm.cleanroom.backend;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What every process of one step carries: a variable of its environment, which children inherit, and, where that is a
 * directory of the host, the step's own one, in which they work unless they leave it.
 *
 * @param id unique: 64 bits drawn once for this JVM, and a counter
 * @param directory where the step works
 * @param onHost whether that is a directory of the host, made for this step
 */
record Mark(String id, Path directory, boolean onHost) {
    static final String VARIABLE = "CLNRM_STEP";

    private static final String JVM = HexFormat.of()
            .toHexDigits(new SplittableRandom().nextLong()
                    ^ Long.rotateLeft(ProcessHandle.current().pid(), 32));
    private static final AtomicLong COUNTER = new AtomicLong();

    static String nextId() {
        return JVM + "-" + COUNTER.incrementAndGet() + ".";
    }

    /** The variable as it stands in a process's environment. */
    byte[] bytes() {
        return (VARIABLE + "=" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
