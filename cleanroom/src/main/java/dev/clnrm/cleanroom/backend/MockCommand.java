package dev.clnrm.cleanroom.backend;

import dev.clnrm.cleanroom.Work;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** Commands for tests and benchmarks that do what they declare: so much work, or so long a wait, but never both. */
public final class MockCommand {
    private MockCommand() {}

    /**
     * Computes the checksum of so many 64-bit words, made from the seed of its invocation or else from its words, and
     * prints it: about two nanoseconds a word, without sleeping and without allocating.
     *
     * @param words from 0
     */
    public static ScriptedCommand working(int words) {
        return invocation -> {
            long seed = invocation.seed().orElseGet(invocation.command()::hashCode);
            return Execution.success(HexFormat.of().toHexDigits(Work.checksum(seed, words)));
        };
    }

    /** Waits so long, as a step waits for a port or a disk, and uses no core meanwhile. */
    public static ScriptedCommand waiting(Duration wait) {
        return invocation -> {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            return Execution.success("");
        };
    }
}
