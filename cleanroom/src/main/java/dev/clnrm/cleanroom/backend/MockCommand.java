package dev.clnrm.cleanroom.backend;

import dev.clnrm.cleanroom.Work;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/** Commands for tests and benchmarks that either work for a declared amount or wait for a declared time, never both. */
public final class MockCommand {
    private MockCommand() {}

    /**
     * Computes the checksum of this many 64-bit words, generated from the seed of its invocation or else from the words of its
     * command, and prints it. It takes about two nanoseconds per word, without sleeping and without allocating.
     *
     * @param words from 0
     */
    public static ScriptedCommand working(int words) {
        return invocation -> {
            long seed = invocation.seed().orElseGet(invocation.command()::hashCode);
            return Execution.success(HexFormat.of().toHexDigits(Work.checksum(seed, words)));
        };
    }

    /** Waits this long, as a step waits for a port or a disk, and uses no core in the meantime. */
    public static ScriptedCommand waiting(Duration wait) {
        return invocation -> {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            return Execution.success("");
        };
    }
}
