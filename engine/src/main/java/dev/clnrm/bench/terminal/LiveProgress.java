package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.stats.Metric;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Progress on a terminal: the lines of a log, and below them one line that is redrawn. */
final class LiveProgress extends Progress {
    /** Moves to the start of the line and clears it. */
    private static final String ERASE = "\r\u001b[K";

    /** The shortest time between two redraws, because the machine is measuring. */
    private static final long REDRAW_NANOS = 200_000_000;

    private final int width;
    private final LongSupplier nanos;
    private String doing = "";
    private String fork = "";
    private int iterations;
    private long drawn;
    private boolean shown;

    LiveProgress(PrintStream err, ProgressLines lines, int width, LongSupplier nanos) {
        super(err, lines, nanos);
        this.width = width;
        this.nanos = nanos;
    }

    @Override
    public synchronized void waiting(String what, long seconds) {
        super.waiting(what, seconds);
        erase();
        print("  " + Counts.duration((double) seconds));
        shown = true;
    }

    @Override
    void started(CaseName name, String which) {
        fork = which;
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
    public synchronized void done() {
        erase();
    }

    private void draw(CaseName name) {
        erase();
        print(live(name, fork + "  " + doing, width - 1));
        shown = true;
        drawn = nanos.getAsLong();
    }

    @Override
    void line(String text) {
        erase();
        super.line(text);
    }

    private void erase() {
        if (shown) {
            print(ERASE);
            shown = false;
        }
    }
}
