package dev.clnrm.bench.research;

import dev.clnrm.bench.calibrate.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * How often the interval of one side contains the truth, on measurements of the same code.
 *
 * <p>Some forks of every benchmark are drawn at random, as in a run; the truth is the geometric mean of all forks. Because n of N
 * forks were drawn, their mean is nearer to this truth than to the mean of infinitely many forks, by √(1 − n/N) (Cochran 1977,
 * section 2.6). So an interval contains the truth if its half-width times this factor reaches it. This is equivalent to asking
 * whether the interval predicts the mean of the forks that were not drawn.
 *
 * @param window which iterations counted
 * @param suites the number of different suites
 * @param cases the number of different cases
 * @param splits how often each was dealt
 * @param rows by kind of interval and by forks
 */
public record Coverage(Window window, int suites, int cases, int splits, List<Row> rows) {
    /** The minimum of a quick run, the maximum of a check, and the maximum of a quick run. */
    private static final List<Integer> FORKS = List.of(3, 5, 8);

    public Coverage {
        rows = List.copyOf(rows);
    }

    /**
     * One line of the table.
     *
     * @param interval the kind of interval
     * @param forks the number of drawn forks
     * @param held how often it contained the truth
     * @param median the median of the half-widths, on the log scale
     * @param rootMeanSquare their root mean square, which the widest intervals dominate
     */
    public record Row(String interval, int forks, Share held, double median, double rootMeanSquare) {}

    /** Intervals of 95 %: each case by itself, moderated over its suite, and ratios of two cases. */
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
