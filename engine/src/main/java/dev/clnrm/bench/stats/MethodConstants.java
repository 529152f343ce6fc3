package dev.clnrm.bench.stats;

/** The constants of the analysis, and why each is what it is. */
public final class MethodConstants {
    /**
     * The share of a fork's iterations that make its floor. Disturbance only ever adds time; on 294 benchmarks of 15 projects
     * (ten forks of the same code each) the mean of the fastest quarter of short iterations finds a change with a third of the
     * measuring time the mean of all needs, at equal false alarms; the fastest tenth gains little more and needs more iterations.
     */
    public static final double FLOOR_SHARE = 0.25;

    /** How close the halves of a window are when times are steady: the change that counts as none elsewhere. */
    public static final double STEADY_WITHIN = 0.03;

    /** The shortest warm-up in seconds: streams and sorting take 0.1 to 0.2 s to be compiled. */
    public static final double STEADY_AT_LEAST = 0.2;

    /** The shortest half of the window in seconds: with {@link #STEADY_AT_LEAST}, two halves. */
    public static final double STEADY_HALF_SECONDS = 0.1;

    /** The fewest iterations in half a window: the median of three is not moved by one disturbed iteration. */
    public static final int STEADY_HALF_COUNT = 3;

    /** The chance that a fork without trend is called trending; half of a case's forks must be before it is said aloud. */
    public static final double TREND_LEVEL = 0.05;

    /** The confidence of the intervals shown, two-sided: what readers expect where none is named. */
    public static final double CONFIDENCE = 0.95;

    /** The chance that a whole family without a change has one called slower: 1 of 20 suites. */
    public static final double LEVEL = 0.05;

    /**
     * The share of a fork's iterations at either end that two sides are compared by. On the same data the fastest tenth finds 3 to 4 of
     * 100 changes more than the fastest quarter, at equal false alarms; the slowest tenth finds what touches one iteration in ten.
     */
    public static final double END_SHARE = 0.1;

    /**
     * The least standard deviation of forks that is believed, on the log scale: 0.5 %. Where three or five forks agree better than
     * that they agree by chance, or in what is no property of the code; believing them costs false alarms and finds no more changes of
     * 5 % and above.
     */
    public static final double RESOLUTION = 0.005;

    /**
     * The least standard deviation of forks that an interval of one side rests on, on the log scale: 1.5 %. Such an interval speaks of
     * the time itself, where that of a comparison speaks of the difference of sides that took turns and drift together. With 0.5 %,
     * three forks that agree by chance hold the mean of ten in 90 to 91 of 100 cases; with 1.5 % and {@link #ONE_SIDE_PRIOR} in 93 to
     * 97, on either half of 15 projects (docs/statistics.md).
     */
    public static final double ONE_SIDE_RESOLUTION = 0.015;

    /**
     * By what the scale of a suite's variances is multiplied for an interval of one side. The variances of a suite reach farther up than
     * the χ² that is fitted to their logarithms, and a case that is noisier than its three forks say is the one whose interval misses.
     */
    public static final double ONE_SIDE_PRIOR = 1.5;

    /** The fewest cases that say anything about the variances of a suite; below, each case has its own. */
    public static final int PRIOR_CASES = 5;

    /** The fewest forks of a case that says something about variances: two give one degree of freedom a side. */
    public static final int PRIOR_FORKS = 3;

    /** The fewest cases over which variances may follow the noise inside forks: a line has two parameters, and ten cases bear them. */
    public static final int TREND_CASES = 10;

    /** The part of the error the fast end spends: it is the least disturbed, and finds most. */
    static final double FLOOR_LOOK = 0.65;

    /**
     * The part of the error the body spends. The mean of all iterations finds 1 to 2 of 100 changes of 5 and 10 % fewer in its place, for
     * it is moved by the slowest, which have a look of their own.
     */
    static final double BODY_LOOK = 0.25;

    /** The part of the error the slow end spends. */
    static final double TAIL_LOOK = 0.1;

    /**
     * What the shares of the looks add up to, by the forks of the smaller side: chosen on eight projects of same code and checked on
     * seven others, see docs/statistics.md.
     */
    static double shares(int forks) {
        return switch (forks) {
            case 0, 1 -> 0;
            case 2 -> 0.1;
            case 3 -> 0.6;
            case 4 -> 1;
            default -> 1.5;
        };
    }

    /** Less than a byte per operation is the harness, or a table grown once in many operations: no object is smaller. */
    static final double ONE_BYTE = 1;

    /** How many times the wider range of two sides' forks must lie between them before allocation is called another. */
    static final double ALLOCATION_GAP = 2;

    /** The chance to see a change of the detectable size; Cohen 1988 made 80 % the convention. */
    public static final double POWER = 0.8;

    /** The level at which the detectable effect is stated, two-sided. */
    public static final double DETECTABLE_LEVEL = 0.05;

    /** How many samples lie beyond a percentile before it is trusted: ten place it to within a third (1/√10). */
    public static final int TAIL_SAMPLES = 10;

    /** How far a case may lie off a fitted power law before it is said that the cases do not follow one. */
    public static final double OFF_THE_LINE = 0.1;

    private MethodConstants() {}
}
