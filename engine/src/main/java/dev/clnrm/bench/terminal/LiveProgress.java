package dev.clnrm.bench.terminal;

import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.stats.Metric;
import dev.clnrm.bench.model.CaseName;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** Progress on a terminal: a line for each finished case, and below them one that is drawn over. */
final class LiveProgress implements Progress {
    /** To the start of the line, and nothing to its right. */
    private static final String ERASE = "\r\u001b[K";

    /** Redrawn no more often: the eye sees no more, and the machine is measuring. */
    private static final long REDRAW_NANOS = 200_000_000;

    private final PrintStream err;
    private final Lines lines;
    private final int width;
    private final LongSupplier nanos;
    private final Tally tally;
    private String doing = "";
    private String fork = "";
    private int iterations;
    private long drawn;
    private boolean shown;

    LiveProgress(PrintStream err, Lines lines, int width, LongSupplier nanos) {
        this.err = err;
        this.lines = lines;
        this.width = width;
        this.nanos = nanos;
        this.tally = new Tally(nanos);
    }

    @Override
    public synchronized void planned(int cases, int forks, int kept, double seconds) {
        tally.planned(forks, kept, seconds);
        line(lines.planned(cases, forks, kept, seconds));
    }

    @Override
    public synchronized void forkStarted(CaseName name, int number, int of) {
        tally.started();
        fork = "fork " + number + " of " + Math.max(number, of);
        doing = "starting";
        iterations = 0;
        draw(name);
    }

    @Override
    public synchronized void iteration(CaseName name, boolean counts, double secondsPerOperation) {
        boolean first = counts && doing.startsWith("warm-up");
        iterations = first ? 1 : iterations + 1;
        doing = counts ? Amounts.amount(Metric.TIME, secondsPerOperation) : "warm-up " + iterations;
        if (nanos.getAsLong() - drawn >= REDRAW_NANOS) {
            draw(name);
        }
    }

    @Override
    public synchronized void forkEnded(CaseName name, int number, int of, OptionalDouble secondsPerOperation) {
        tally.ended(name, secondsPerOperation.orElse(Double.NaN));
        if (number >= of) {
            line(lines.finished(name, tally));
        }
    }

    @Override
    public synchronized void forkFailed(CaseName name, int number, int of, String why) {
        tally.failed(of - number);
        line(lines.failed(name, number, why));
    }

    @Override
    public synchronized void note(String text) {
        line(lines.note(text));
    }

    @Override
    public synchronized void done() {
        erase();
        err.flush();
    }

    private void draw(CaseName name) {
        erase();
        err.print(lines.live(name, fork + "  " + doing, tally, width - 1));
        err.flush();
        shown = true;
        drawn = nanos.getAsLong();
    }

    private void line(String text) {
        erase();
        err.print(text + "\n");
        err.flush();
    }

    private void erase() {
        if (shown) {
            err.print(ERASE);
            shown = false;
        }
    }
}
