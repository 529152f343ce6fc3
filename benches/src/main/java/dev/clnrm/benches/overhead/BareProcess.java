package dev.clnrm.benches.overhead;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** A process started with the JDK alone. */
final class BareProcess {
    private static final File NOTHING = new File("/dev/null");

    private BareProcess() {}

    /** Starts it without input and output, and waits for its end. */
    static int run(List<String> line) throws IOException, InterruptedException {
        return new ProcessBuilder(line)
                .redirectInput(NOTHING)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
