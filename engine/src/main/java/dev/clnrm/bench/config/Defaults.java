package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Warmup;
import java.util.List;
import java.util.Optional;

/** The default of every setting that neither file, suite nor command line sets, with its reason. */
public final class Defaults {
    /** The name of the declarations file. It is in the root folder, so that reviewers see its changes. */
    public static final String FILE = "budgets.yaml";

    /** The format version of that file. */
    public static final int VERSION = 1;

    /**
     * Which changes count, and their severities.
     *
     * <ul>
     *   <li>Thresholds: +30 % and +50 % are CLNRM's 130 % and 150 % of baseline; +15 % is half of the first. They only name the size of
     *     slowdowns.
     *   <li>Failure: any proven slowdown fails. It has already passed a test and the tolerance, and small slowdowns add up unnoticed.
     *   <li>Tolerance: 3 %, more than twice the 1.2 % by which forks of the same code differ on a quiet machine.
     *   <li>Margin: 5 %, the slowdown that most users want to exclude; excluding 3 % as well takes twice as many forks.
     * </ul>
     */
    public static final ChangeLimits CHANGES =
            new ChangeLimits(new Thresholds(0.15, 0.30, 0.50), FailOn.REGRESSION, Tolerance.of(0.03), 0.05);

    /** 0.5 ns, about two cycles: a smaller change of time comes from the harness, even if its share is large. */
    public static final double TIME_FLOOR_SECONDS = 0.5e-9;

    /** 1 %: allocation hardly varies between runs (at most 0.04 %), so a change this large comes from the code. */
    public static final double ALLOCATION_TOLERANCE = 0.01;

    /** 8 bytes, the alignment of objects: less than one object per operation is rounding over invocations. */
    public static final double ALLOCATION_FLOOR_BYTES = 8;

    /** The longest warm-up of a quick run. 2 s is enough for the first compilations; cases that are not steady by then are marked. */
    public static final double QUICK_WARMUP_SECONDS = 2;

    /**
     * The longest warm-up of a normal run. Half of all forks are steady after 3.7 s, and a quarter is not steady after 39 s (Traini et
     * al. 2023), so 10 s is enough for most forks, and a longer warm-up helps only few more.
     */
    public static final double WARMUP_SECONDS = 10;

    /**
     * A normal run. Three forks are the fewest that give an estimate of the spread, and ten forks find nearly every slowdown of 10 %.
     * Many short forks are better than few long ones, so a fork measures 20 values of 100 ms. There is no default time budget, because
     * only the user knows it.
     */
    public static final Measure NORMAL = new Measure(
            Optional.of(new Forks(3, 10)),
            Optional.of(new Warmup.Adaptive(WARMUP_SECONDS)),
            Optional.of(new Iterations(20, 0.1)),
            Optional.empty(),
            Optional.of(0.95),
            List.of(),
            Optional.empty(),
            List.of());

    /**
     * The forks of a quick run: at least three, because fewer decide nothing, and up to twenty if a budget is inconclusive and there is
     * time. With twenty forks an interval is less than half as wide as with three; one more fork makes it hardly narrower.
     */
    private static final Forks QUICK_FORKS = new Forks(3, 20);

    /**
     * The number of forks that a quick run measures of a case that seems over budget, regardless of time. If code has two speeds, three
     * JVMs agree by chance one time in four, and eight JVMs one time in a hundred.
     */
    public static final int QUICK_AGAIN = 8;

    /**
     * How long a quick run continues for inconclusive budgets, in seconds from its start: a minute, the purpose of a quick run. If the
     * first three forks of all cases take most of that, the run may take a quarter longer than they took.
     */
    public static final double QUICK_SECONDS = 60;

    /**
     * A quick run; it overrides declarations. A fork measures for half a second: a tenth of the time for a fifth of the power (forks of
     * 0.5 + 0.5 s compared with 5 + 5 s).
     */
    public static final Measure QUICK = Measure.OPEN
            .withForks(QUICK_FORKS)
            .withWarmup(new Warmup.Adaptive(QUICK_WARMUP_SECONDS))
            .withIterations(new Iterations(10, 0.05));

    /**
     * A quick run whose cases share JVMs. The warm-up has a fixed length, because the number of iterations is fixed before the JVM
     * starts. Arithmetic is steady at once, streams and sorting after 0.1 to 0.2 s; cases that are not steady by then are marked.
     */
    public static final Measure SHARED = Measure.OPEN
            .withForks(QUICK_FORKS)
            .withWarmup(new Warmup.Fixed(5, 0.02))
            .withIterations(new Iterations(5, 0.02));

    /**
     * Two sides measured in turns; it overrides declarations. The sides are judged after 3, 4 and 5 forks each; every fork measures for
     * half a second. Twenty cases of about a microsecond take two and a half minutes on two cores, and a slowdown of 10 % is found.
     */
    public static final Measure CHECK = Measure.OPEN
            .withForks(new Forks(3, 5))
            .withWarmup(new Warmup.Adaptive(QUICK_WARMUP_SECONDS))
            .withIterations(new Iterations(10, 0.05));

    /** The most forks of a case: far above what people write, and a day and a half of forks of two minutes. */
    public static final int MOST_FORKS = 1000;

    /**
     * The forks of a case that is measured until it is decided: up to twenty, because one more makes its interval hardly narrower. The
     * tests after each fork share one significance level (docs/decisions/0078).
     */
    public static final Forks UNTIL_DECIDED = new Forks(3, 20);

    /**
     * A full run; it overrides declarations. It has ten forks, and its warm-up is 40 s, because three forks in four are steady after 39 s
     * (Traini et al. 2023).
     */
    public static final Measure FULL = Measure.OPEN.withForks(new Forks(10, 10)).withWarmup(new Warmup.Adaptive(40));

    private Defaults() {}
}
