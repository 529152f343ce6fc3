package dev.clnrm.bench.research;

import dev.clnrm.bench.calibrate.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the interval of one side holds what it is about, on measurements of the same code.
 *
 * <p>Some of the forks of every benchmark are drawn at random, as a run would have given them; the truth is the geometric mean of all
 * forks there are. Of N forks n were drawn, so the mean of those drawn is nearer to the truth than to the mean of endless forks, by
 * √(1 − n/N) (Cochran 1977, section 2.6): an interval holds the truth where its half-width times that reaches it. It comes to the same to
 * ask whether the interval foretells the mean of the forks that were not drawn.
 *
 * @param window which iterations counted
 * @param suites how many different suites
 * @param cases how many different cases
 * @param splits how often each was dealt
 * @param rows by how the interval is made, and by forks
 */
public record Coverage(Window window, int suites, int cases, int splits, List<Row> rows) {
    /** What a quick run gives for sure, what a check gives at most, and what a quick run gives at most. */
    private static final List<Integer> FORKS = List.of(3, 5, 8);

    public Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * One line of the table.
     *
     * @param interval how the interval is made
     * @param forks how many forks were drawn
     * @param held how often it held the truth
     * @param median the median of the half-widths, on the log scale
     * @param rootMeanSquare their root mean square, which the widest decide
     */
    public record Row(String interval, int forks, Share held, double median, double rootMeanSquare) {}

    /** Intervals of 95 %, each case by itself and moderated over its suite, and of ratios of two cases. */
    public static Coverage of(List<SameCode> benchmarks, Window window, int splits, long seed) {
        List<Row> rows = new ArrayList<>();
        for (int forks : FORKS) {
            Covering covering = new Covering(benchmarks, window, forks, splits, seed);
            rows.add(covering.row("Student, each case by itself", Covering::student));
            rows.add(covering.row("clnrm-bench", Covering::moderated));
            rows.add(covering.row("clnrm-bench, ratio of two cases", Covering::ratios));
        }
        int suites = (int) benchmarks.stream().map(SameCode::project).distinct().count();
        return new Coverage(window, suites, benchmarks.size(), splits, rows);
    }
}
