package dev.clnrm.bench.stats;

/** The constants of the analysis, and why each is what it is. */
public final class MethodConstants {
    /**
     * The share of a fork's iterations that make its floor. Disturbance only ever adds time. On 294 benchmarks of 15 projects
     * (ten forks of the same code each) the mean of the fastest quarter of short iterations finds a change in a third of the
     * measuring time that the mean of all needs, at equal false alarms; the fastest tenth gains little more and needs more
     * iterations.
     */
    public static final double FLOOR_SHARE = 0.25;

    /** How close the halves of a window are if times are steady: the change that counts as none elsewhere. */
    public static final double STEADY_WITHIN = 0.03;

    /** The shortest warm-up in seconds: streams and sorting take 0.1 to 0.2 s to be compiled. */
    public static final double STEADY_AT_LEAST = 0.2;

    /** The shortest half of the window in seconds: with {@link #STEADY_AT_LEAST}, two halves. */
    public static final double STEADY_HALF_SECONDS = 0.1;

    /** The fewest iterations in half a window: the median of three is not moved by one disturbed iteration. */
    public static final int STEADY_HALF_COUNT = 3;

    /** The chance that a fork without a trend is called trending; a warning needs half of a case's forks. */
    public static final double TREND_LEVEL = 0.05;

    /** The confidence of the intervals shown, two-sided: the value that readers expect if none is named. */
    public static final double CONFIDENCE = 0.95;

    /** The chance that a case is called slower in a family without any change: 1 of 20 suites. */
    public static final double LEVEL = 0.05;

    /**
     * The share of a fork's iterations at either end by which two sides are compared. On the same data, the fastest tenth finds 3 to 4
     * more of 100 changes than the fastest quarter, at equal false alarms; the slowest tenth finds what affects one iteration in ten.
     */
    public static final double END_SHARE = 0.1;

    /**
     * The smallest standard deviation of forks that is used, on the log scale: 0.5 %. If three or five forks agree better than
     * that, it is chance and not a property of the code. A smaller value causes false alarms and finds no more changes of 5 % and
     * above.
     */
    public static final double RESOLUTION = 0.005;

    /** Relative differences of the values of a series below this are rounding, as of a ratio that is computed in several steps. */
    static final double ROUNDING = 1e-4;

    /**
     * The smallest standard deviation of forks that an interval of one side uses, on the log scale: 1.5 %. Such an interval is about the
     * time itself; that of a comparison is about the difference of sides that took turns and drift together. With 0.5 %, intervals of
     * three forks that agree by chance contain the mean of ten in 90 to 91 of 100 cases; with 1.5 % and {@link #ONE_SIDE_PRIOR} in 93 to
     * 97, on either half of 15 projects (docs/statistics.md).
     */
    public static final double ONE_SIDE_RESOLUTION = 0.015;

    /**
     * The factor for the scale of a suite's variances in an interval of one side. The variances of a suite have a longer upper
     * tail than the χ² that is fitted to their logarithms, so intervals miss the truth for cases that are noisier than their
     * three forks show.
     */
    public static final double ONE_SIDE_PRIOR = 1.5;

    /** The fewest cases from which the variances of a suite are learned; with fewer, each case has its own. */
    public static final int PRIOR_CASES = 5;

    /** The fewest forks of a case from which variances are learned: two give one degree of freedom per side. */
    public static final int PRIOR_FORKS = 3;

    /**
     * The fewest cases over which variances may follow the noise inside forks: a line has two parameters, and ten cases are enough for
     * them.
     */
    public static final int TREND_CASES = 10;

    /** The part of the error that the fast end spends: it is the least disturbed and finds most. */
    static final double FLOOR_LOOK = 0.65;

    /**
     * The part of the error that the body spends. The mean of all iterations instead finds 1 to 2 fewer of 100 changes of 5 and
     * 10 %, because the slowest iterations move it, and they have their own look.
     */
    static final double BODY_LOOK = 0.25;

    /** The part of the error that the slow end spends. */
    static final double TAIL_LOOK = 0.1;

    /**
     * The sum of the shares of the looks, by the forks of the smaller side: chosen on eight projects with the same code on both sides and
     * checked on seven others, see docs/statistics.md.
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

    /**
     * A difference below this many bytes per operation comes from the harness, or from a table that grows once in many
     * operations: no object is smaller.
     */
    static final double ONE_BYTE = 1;

    /**
     * Twice the bytes that JMH 1.37 allocates in an iteration: 5,600 to 5,850 with one thread (JDK 17, Linux) and 9,300 with four
     * (GitHub's runners), the same in every iteration of code that allocates nothing (docs/statistics.md).
     */
    static double iterationBytes(int threads) {
        return 9_000 + 2_500.0 * threads;
    }

    /**
     * The bytes that an iteration of mode {@code sample} may add: it has a table of the different times. 16,000 to 330,000 bytes
     * were measured with one thread and with four.
     */
    static final double SAMPLES_BYTES = 500_000;

    /**
     * The bytes that the last iteration of a fork may add: 14,000 bytes while the benchmark ends in a JVM of its own, up to
     * 155,000 in a JVM that several cases share.
     */
    static final double LAST_ITERATION_BYTES = 160_000;

    /**
     * From which part of a difference JMH's bytes are told: what is less cannot take a regression from the least one that is called, of the
     * tolerance of 3 %, below 2.7 %.
     */
    static final double HARNESS_SHARE = 0.1;

    /**
     * The number of cases among which a change of allocation must stand out, however many there are: p stays below {@link #LEVEL} / 70,
     * or 0.07 %.
     */
    public static final int ALLOCATION_FAMILY = 70;

    /** The chance to detect a change of the detectable size; 80 % is the convention since Cohen 1988. */
    public static final double POWER = 0.8;

    /** The level of the detectable effect, two-sided. */
    public static final double DETECTABLE_LEVEL = 0.05;

    /** How many samples must lie beyond a percentile: ten determine it to within a third (1/√10). */
    public static final int TAIL_SAMPLES = 10;

    /** How far a case may lie off a fitted power law without a warning. */
    public static final double OFF_THE_LINE = 0.1;

    private MethodConstants() {}
}
