package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Progress in a log: a line for each finished case, and now and then one that says how far the run is. */
final class PlainProgress implements Progress {
    /** A log that is silent for longer looks like one of a run that hangs. */
    private static final long SILENCE_NANOS = 30_000_000_000L;

    private final PrintStream err;
    private final Lines lines;
    private final LongSupplier nanos;
    private final Tally tally;
    private long said;

    PlainProgress(PrintStream err, Lines lines, LongSupplier nanos) {
        this.err = err;
        this.lines = lines;
        this.nanos = nanos;
        this.tally = new Tally(nanos);
    }

    @Override
    public synchronized void planned(int cases, int forks, int kept, double seconds) {
        tally.planned(forks, kept, seconds);
        line(lines.planned(cases, forks, kept, seconds));
    }

    @Override
    public synchronized void forkStarted(CaseName name, int fork, int of) {
        tally.started();
        if (nanos.getAsLong() - said >= SILENCE_NANOS) {
            line(lines.halfway(tally));
        }
    }

    @Override
    public void iteration(CaseName name, boolean counts, double secondsPerOperation) {}

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

    @Override
    public void done() {}

    private void line(String text) {
        err.print(text + "\n");
        err.flush();
        said = nanos.getAsLong();
    }
}
