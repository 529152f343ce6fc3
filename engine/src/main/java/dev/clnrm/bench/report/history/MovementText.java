package dev.clnrm.bench.report.history;

import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Percents;
import dev.clnrm.bench.report.Words;
import java.util.List;

/**
 * Movements in words.
 *
 * @param of the movement
 */
public record MovementText(Movement of) {
    /** More names than these nobody reads in a line. */
    private static final int NAMES = 5;

    /** The whole: where it came, and how each case moved. */
    public String sentence() {
        return (of.gradual() ? "grew gradually " : "a step ") + where() + " against " + Inert.name(of.anchor()) + ": "
                + cases();
    }

    /** {@code between 3f2c1ab and 9d0e77c}. */
    public String where() {
        return "between " + Inert.name(of.before().what()) + " and "
                + Inert.name(of.since().what());
    }

    private String cases() {
        List<String> all = of.cases().stream()
                .map(one -> Inert.name(Words.inSuite(one.key().name())) + " " + change(one))
                .toList();
        return Counts.some(all, NAMES);
    }

    /** {@code +20.3 %}; of a creep {@code +21.8 % (+20.1 % … +23.5 %), +1.0 % a commit}. */
    public String change(Movement.Moved one) {
        String change = Percents.changed(one.ratio());
        return one.ends()
                .map(ends -> change + " (" + Percents.ends(ends) + ")"
                        + of.commits()
                                .map(count -> ", " + Percents.changed(Math.pow(one.ratio(), 1.0 / count))
                                        + " a commit over " + Counts.count(count, "commit"))
                                .orElse(""))
                .orElse(change);
    }
}
