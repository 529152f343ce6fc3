package dev.clnrm.bench.terminal;

import dev.clnrm.bench.model.CaseName;
import dev.clnrm.bench.report.Amounts;
import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Display;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Palette;
import dev.clnrm.bench.report.Palette.Role;
import dev.clnrm.bench.report.StatusLabel;
import dev.clnrm.bench.stats.Metric;

/**
 * The sentences of progress. Numbers come before names, so that they are aligned even if names are long.
 *
 * @param palette the colours
 */
record ProgressLines(Palette palette) {
    private static final int AMOUNT = 11;
    private static final int FORKS = 8;

    String begun(String what) {
        return Inert.sentence(what);
    }

    String planned(int cases, int forks, int kept, double seconds) {
        return "measuring " + Counts.count(cases, "case") + " in " + Counts.count(forks, "fork")
                + (kept > 0 ? ", " + kept + " of them from before it was resumed" : "") + ", about "
                + Counts.duration(seconds);
    }

    /**
     * A case has finished all its forks.
     *
     * @param side the side whose forks they are; empty if there is only one
     */
    String finished(CaseName name, String side, Tally tally) {
        String amount = Amounts.amount(Metric.TIME, tally.meanOf(name)) + "/op";
        String forks = Counts.count(tally.forksOf(name), "fork");
        return palette.paint(StatusLabel.PASS.role(), "·") + " " + Display.right(amount, AMOUNT) + "  "
                + palette.paint(Role.FAINT, Display.right(forks, FORKS)) + "  "
                + (side.isEmpty() ? "" : palette.paint(Role.FAINT, side) + "  ") + Inert.name(name);
    }

    String failed(CaseName name, int fork, String why) {
        return palette.paint(StatusLabel.FAILED.role(), StatusLabel.FAILED.symbol()) + " "
                + Display.right("failed", AMOUNT) + "  "
                + palette.paint(Role.FAINT, Display.right("fork " + fork, FORKS)) + "  " + Inert.name(name) + ": "
                + Inert.sentence(why);
    }

    String note(String text) {
        return palette.paint(Role.HELP, "note:") + " " + Inert.sentence(text);
    }

    /** The progress of the run, as a line of its own. */
    String halfway(Tally tally) {
        return "  " + tally.finished() + " of " + Counts.count(tally.planned(), "fork") + ", "
                + Counts.duration(Math.ceil(tally.left())) + " left";
    }

    /** The progress of a run that takes much longer than estimated. */
    String slower(Tally tally) {
        return halfway(tally) + ": forks take longer than estimated";
    }

    /** The line that is redrawn, in at most {@code width} columns. */
    String live(CaseName name, String doing, Tally tally, int width) {
        String all = String.valueOf(tally.planned());
        String before = "[" + Display.right(String.valueOf(tally.current()), all.length()) + "/" + all + "] ";
        String after = "  " + doing + "  " + Counts.duration(Math.ceil(tally.left())) + " left";
        int room = width - Display.width(before) - Display.width(after);
        if (room < 12) {
            return palette.paint(Role.FAINT, Display.cut(before + doing, width));
        }
        return palette.paint(Role.FAINT, before)
                + Display.shortened(Inert.name(name), room)
                + palette.paint(Role.FAINT, after);
    }
}
