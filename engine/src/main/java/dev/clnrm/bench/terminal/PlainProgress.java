package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Progress in a log: a line for each finished case, and after a long silence one that says how far the run is. */
class PlainProgress implements Progress {
    /** A log that is silent for longer looks like one of a run that hangs. */
    private static final long SILENCE_NANOS = 30_000_000_000L;

    private final PrintStream err;
    private final ProgressLines lines;
    private final LongSupplier nanos;
    private final Tally tally;
    private long said;

    PlainProgress(PrintStream err, ProgressLines lines, LongSupplier nanos) {
        this.err = err;
        this.lines = lines;
        this.nanos = nanos;
        this.tally = new Tally(nanos);
    }

    @Override
    public synchronized void waiting(String what, long seconds) {
        if (seconds == 0) {
            line(lines.begun(what));
        }
    }

    @Override
    public synchronized void planned(int cases, int forks, int kept, double seconds) {
        tally.planned(forks, kept, seconds);
        line(lines.planned(cases, forks, kept, seconds));
    }

    @Override
    public synchronized void forkStarted(CaseName name, int fork, int of) {
        tally.started();
        started(name, "fork " + fork + " of " + Math.max(fork, of));
    }

    /** A fork is counted, and may be shown. */
    void started(CaseName name, String fork) {
        if (nanos.getAsLong() - said >= SILENCE_NANOS) {
            line(lines.halfway(tally));
        }
    }

    @Override
    public synchronized void forkEnded(CaseName name, int fork, int of, OptionalDouble secondsPerOperation) {
        tally.ended(name, secondsPerOperation.orElse(Double.NaN));
        if (fork >= of) {
            line(lines.finished(name, tally));
        }
    }

    @Override
    public synchronized void forkFailed(CaseName name, int fork, int of, String why) {
        tally.failed(of - fork);
        line(lines.failed(name, fork, why));
    }

    @Override
    public synchronized void note(String text) {
        line(lines.note(text));
    }

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
