package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Shows the progress of a run. In a log: a line for each finished case, and a line with the progress after a long silence. Safe
 * to call from any thread.
 */
public class Progress {
    /** The longest silence of a log: longer would look as if the run hangs. */
    private static final long SILENCE_NANOS = 30_000_000_000L;

    private final PrintStream err;
    private final ProgressLines lines;
    private final LongSupplier nanos;
    private final Tally tally;
    private String side = "";
    private long said;

    Progress(PrintStream err, ProgressLines lines, LongSupplier nanos) {
        this.err = err;
        this.lines = lines;
        this.nanos = nanos;
        this.tally = new Tally(nanos);
    }

    /**
     * A step before the measurement is in progress.
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
     * @param forks the minimum number of forks, including the kept ones
     * @param kept how many of them an earlier part of the run measured
     * @param seconds the estimated time of the remaining forks
     */
    public synchronized void planned(int cases, int forks, int kept, double seconds) {
        tally.planned(forks, kept, seconds);
        line(lines.planned(cases, forks, kept, seconds));
    }

    /** Names the side of the current fork, in a run that measures two sides in turns. */
    public synchronized void turn(String turn) {
        side = turn;
    }

    /**
     * A fork starts.
     *
     * @param fork its number in its case, from 1
     * @param of the expected number of forks of the case
     */
    public synchronized void forkStarted(CaseName name, int fork, int of) {
        tally.started();
        if (tally.slowedDown()) {
            line(lines.slower(tally));
        }
        side = "";
        started(name, "fork " + fork + " of " + Math.max(fork, of));
    }

    /** A fork is counted, and may be shown. */
    void started(CaseName name, String fork) {
        if (nanos.getAsLong() - said >= SILENCE_NANOS) {
            line(lines.halfway(tally));
        }
    }

    /**
     * A fork has finished; with its last fork a case is finished.
     *
     * @param secondsPerOperation the mean of its values
     */
    public synchronized void forkEnded(CaseName name, int fork, int of, OptionalDouble secondsPerOperation) {
        boolean first = tally.ended(name, fork, secondsPerOperation.orElse(Double.NaN));
        if (first && fork >= of) {
            line(lines.finished(name, side, tally));
        }
    }

    /**
     * A fork has failed; its case gets no more forks.
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
     * @param counts whether it is measured; false for the warm-up
     * @param secondsPerOperation its value
     */
    public synchronized void iteration(CaseName name, boolean counts, double secondsPerOperation) {}

    /** A note for the user: one clause. */
    public synchronized void note(String text) {
        line(lines.note(text));
    }

    /** The progress is complete; the report follows. */
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

    /** The line with the current activity of a fork, in at most this many columns. */
    final String live(CaseName name, String doing, int columns) {
        return lines.live(name, side.isEmpty() ? doing : side + " " + doing, tally, columns);
    }
}
