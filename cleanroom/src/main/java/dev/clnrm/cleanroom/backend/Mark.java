package dev.clnrm.cleanroom.backend;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifies all processes of one step: by a variable of their environment, which children inherit, and, if the directory is on
 * the host, by the step's own directory, in which they work unless they leave it.
 *
 * @param id unique: 64 bits drawn once for this JVM, and a counter
 * @param directory the working directory of the step
 * @param onHost whether it is a directory of the host, created for this step
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

    /** The variable in the format of a process's environment. */
    byte[] bytes() {
        return (VARIABLE + "=" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
