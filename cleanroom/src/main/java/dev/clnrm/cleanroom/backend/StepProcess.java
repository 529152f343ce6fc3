package dev.clnrm.cleanroom.backend;

import dev.clnrm.cleanroom.BackendException;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One process from its start to the end of everything that it started. The thread that starts it waits for it, because a sandbox
 * ends with the thread that created it ({@code PR_SET_PDEATHSIG}, prctl(2), is about threads).
 */
final class StepProcess {
    private static final File NOTHING = new File("/dev/null");

    /** The seconds to wait for the output: all processes have ended by then, so a process that still holds the output has escaped. */
    private static final long GRACE_SECONDS = 5;

    private final String where;
    private final Process process;
    private final ProcessTree tree;
    private final Capture output;
    private final Capture errorOutput;

    private StepProcess(String where, Process process, Mark mark, int limit) {
        this.where = where;
        this.process = process;
        this.tree = new ProcessTree(process, mark);
        this.output = Capture.of(process.getInputStream(), limit);
        this.errorOutput = Capture.of(process.getErrorStream(), limit);
    }

    /**
     * Runs the process without input.
     *
     * @throws IOException if it cannot be started
     * @throws BackendException if one of its processes cannot be ended
     */
    static Execution run(String where, ProcessBuilder builder, Mark mark, int limit) throws IOException {
        if (NOTHING.exists()) {
            builder.redirectInput(NOTHING);
        }
        return new StepProcess(where, builder.start(), mark, limit).carryOut();
    }

    private Execution carryOut() {
        int exitCode = Execution.ENDED;
        boolean ended = false;
        boolean gone;
        try {
            exitCode = process.waitFor();
            gone = tree.endLeftovers();
        } catch (InterruptedException e) {
            ended = true;
            gone = tree.end();
            awaitRoot();
        }
        String printed = output.text(GRACE_SECONDS);
        String complained = errorOutput.text(GRACE_SECONDS);
        if (!gone || printed == null || complained == null) {
            throw escaped(printed, complained);
        }
        return new Execution(exitCode, printed, complained, output.isCut(), errorOutput.isCut(), ended);
    }

    /** Waits for the process after a kill, which it cannot refuse. */
    private void awaitRoot() {
        boolean interrupted = false;
        while (true) {
            try {
                process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private BackendException escaped(@Nullable String printed, @Nullable String complained) {
        return new BackendException(
                where,
                printed == null || complained == null
                        ? "a process that the step started cannot be found, and holds its output open"
                        : "a process that the step started does not end",
                "run the step in a sandbox, which nothing can leave, or let it keep its environment",
                null);
    }
}
