package dev.clnrm.bench.report.history;

import dev.clnrm.bench.report.Counts;
import dev.clnrm.bench.stats.ChangePoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The runs of one case in the order of their history, on all platforms.
 *
 * @param rows the earliest first
 * @param left how many earlier runs are not shown
 */
public record Rows(List<Row> rows, int left) {
    public Rows {
        rows = List.copyOf(rows);
    }

    /**
     * One run.
     *
     * @param series the series it belongs to
     * @param step the change point it is the first after
     */
    public record Row(Series series, Point point, Optional<ChangePoint> step) {}

    /** The newest {@code limit} runs. Change points are those of the whole series, shown or not. */
    public static Rows of(CaseHistory one, int limit) {
        List<Row> all = new ArrayList<>();
        for (Series series : one.series()) {
            for (int i = 0; i < series.points().size(); i++) {
                all.add(new Row(series, series.points().get(i), series.stepAt(i)));
            }
        }
        all.sort(Comparator.comparingInt(row -> row.point().run()));
        int left = Math.max(0, all.size() - limit);
        return new Rows(all.subList(left, all.size()), left);
    }

    /** How many there are: {@code 12 runs}, or {@code the last 60 of 200 runs}. */
    public String words() {
        return left == 0
                ? Counts.count(rows.size(), "run")
                : "the last " + rows.size() + " of " + Counts.count(rows.size() + (long) left, "run");
    }
}
