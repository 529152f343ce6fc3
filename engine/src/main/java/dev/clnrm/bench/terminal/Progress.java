package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * What people see while a run goes on. In a log: a line for each finished case, and after a long silence a line with the progress.
 * Safe to call from any thread.
 */
public class Progress {
    /** A log that is silent for longer looks like one of a run that hangs. */
    private static final long SILENCE_NANOS = 30_000_000_000L;

    private final PrintStream err;
    private final ProgressLines lines;
    private final LongSupplier nanos;
    private final Tally tally;
    private long said;

    Progress(PrintStream err, ProgressLines lines, LongSupplier nanos) {
        this.err = err;
        this.lines = lines;
        this.nanos = nanos;
        this.tally = new Tally(nanos);
    }

    /**
     * Something goes on before anything is measured, or has begun.
     *
     * @param what one clause
     * @param seconds since it began
     */
    public synchronized void waiting(String what, long seconds) {
        if (seconds == 0) {
            line(lines.begun(what));
        }
    }

    /**
     * A run begins.
     *
     * @param cases how many cases
     * @param forks how many forks they get for sure, those kept included
     * @param kept how many of them an earlier part of the run measured
     * @param seconds about how long those still to run take
     */
    public synchronized void planned(int cases, int forks, int kept, double seconds) {
        tally.planned(forks, kept, seconds);
        line(lines.planned(cases, forks, kept, seconds));
    }

    /**
     * A fork is about to be started.
     *
     * @param fork its number among its case's, from 1
     * @param of how many the case gets as far as is known
     */
    public synchronized void forkStarted(CaseName name, int fork, int of) {
        tally.started();
        if (tally.slowedDown()) {
            line(lines.slower(tally));
        }
        started(name, "fork " + fork + " of " + Math.max(fork, of));
    }

    /** A fork is counted, and may be shown. */
    void started(CaseName name, String fork) {
        if (nanos.getAsLong() - said >= SILENCE_NANOS) {
            line(lines.halfway(tally));
        }
    }

    /**
     * A fork has given its values; with its last fork a case is finished.
     *
     * @param secondsPerOperation the mean of its values
     */
    public synchronized void forkEnded(CaseName name, int fork, int of, OptionalDouble secondsPerOperation) {
        tally.ended(name, secondsPerOperation.orElse(Double.NaN));
        if (fork >= of) {
            line(lines.finished(name, tally));
        }
    }

    /**
     * A fork has failed; its case gets no further ones.
     *
     * @param why one clause
     */
    public synchronized void forkFailed(CaseName name, int fork, int of, String why) {
        tally.failed(of - fork);
        line(lines.failed(name, fork, why));
    }

    /**
     * An iteration of the current fork has ended.
     *
     * @param counts whether it is measured or part of the warm-up
     * @param secondsPerOperation its value
     */
    public synchronized void iteration(CaseName name, boolean counts, double secondsPerOperation) {}

    /** Something people should know: one clause. */
    public synchronized void note(String text) {
        line(lines.note(text));
    }

    /** Nothing more comes; what follows is the report. */
    public synchronized void done() {}

    /** Prints a line that stays. */
    void line(String text) {
        print(text + "\n");
        said = nanos.getAsLong();
    }

    final void print(String text) {
        err.print(text);
        err.flush();
    }

    /** The line of what a fork does now, in no more columns than given. */
    final String live(CaseName name, String doing, int columns) {
        return lines.live(name, doing, tally, columns);
    }
}
