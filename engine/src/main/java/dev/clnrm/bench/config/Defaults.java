package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Warmup;
import java.util.List;
import java.util.Optional;

/** The value of every setting that neither file, suite nor command line sets, and why. */
public final class Defaults {
    /** The file of declarations. It lies at the root, so that reviewers see it change. */
    public static final String FILE = "budgets.yaml";

    /** The format of that file. */
    public static final int VERSION = 1;

    /**
     * Which changes count, and what they are called.
     *
     * <ul>
     *   <li>Thresholds: +30 % and +50 % are CLNRM's 130 % and 150 % of baseline, +15 % half of the first. They only name slowdowns.
     *   <li>What fails: any proven slowdown. It has already passed a test and the tolerance, and small ones add up unseen otherwise.
     *   <li>Tolerance: 3 %, more than twice the 1.2 % by which forks of the same code differ on a quiet machine.
     *   <li>Margin: 5 %, the slowdown most want excluded; excluding 3 % as well takes twice the forks.
     * </ul>
     */
    public static final ChangeLimits CHANGES =
            new ChangeLimits(new Thresholds(0.15, 0.30, 0.50), FailOn.REGRESSION, Tolerance.of(0.03), 0.05);

    /** 0.5 ns, about two cycles: a smaller change of time comes from the harness, even if its share is large. */
    public static final double TIME_FLOOR_SECONDS = 0.5e-9;

    /** 1 %: allocation hardly varies from run to run (at most 0.04 %), so a change this large is one of code. */
    public static final double ALLOCATION_TOLERANCE = 0.01;

    /** 8 bytes, the alignment of objects: less than one object is rounding over invocations. */
    public static final double ALLOCATION_FLOOR_BYTES = 8;

    /** Longest warm-up of a quick run: 2 s is enough for the first compilations; cases that are not steady by then are marked. */
    public static final double QUICK_WARMUP_SECONDS = 2;

    /**
     * Longest warm-up of a normal run: half of all forks are steady after 3.7 s, a quarter not after 39 s (Traini et al. 2023), so
     * 10 s serves most and more serves few.
     */
    public static final double WARMUP_SECONDS = 10;

    /**
     * A normal run. A spread can be estimated from three forks or more, and ten forks find nearly every slowdown of 10 %. Many short
     * forks are better than few long ones, so a fork measures 20 values of 100 ms. There is no time budget: only the user knows it.
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
     * The forks of a quick run: three, because fewer decide nothing, and up to twenty if a budget is undecided and there is time. With
     * twenty forks an interval is less than half as wide as with three; one more makes it hardly narrower.
     */
    private static final Forks QUICK_FORKS = new Forks(3, 20);

    /**
     * How many forks a quick run measures of a case that seems over budget, regardless of time. If code has two speeds, three JVMs agree
     * by chance one time in four, eight one time in a hundred.
     */
    public static final int QUICK_AGAIN = 8;

    /**
     * How long a quick run continues for undecided budgets, in seconds from its start: a minute, the purpose of a quick run. If the first
     * three forks of all cases take most of that, it may take a quarter longer than they did.
     */
    public static final double QUICK_SECONDS = 60;

    /**
     * A quick run; it overrides declarations. A fork measures half a second of values: a tenth of the time for a fifth of the power
     * (forks of 0.5 + 0.5 s against 5 + 5 s).
     */
    public static final Measure QUICK = Measure.OPEN
            .withForks(QUICK_FORKS)
            .withWarmup(new Warmup.Adaptive(QUICK_WARMUP_SECONDS))
            .withIterations(new Iterations(10, 0.05));

    /**
     * A quick run whose cases share JVMs. The warm-up has a fixed length, because a JVM is given the number of iterations before it
     * starts. Arithmetic is steady at once, streams and sorting after 0.1 to 0.2 s; cases that are not steady by then are marked.
     */
    public static final Measure SHARED = Measure.OPEN
            .withForks(QUICK_FORKS)
            .withWarmup(new Warmup.Fixed(5, 0.02))
            .withIterations(new Iterations(5, 0.02));

    /**
     * Two sides measured in turns; it overrides declarations. They are judged after 3, 4 and 5 forks of each side, each of half a second of
     * values. Twenty cases of about a microsecond take two and a half minutes on two cores, and a slowdown of 10 % is found.
     */
    public static final Measure CHECK = Measure.OPEN
            .withForks(new Forks(3, 5))
            .withWarmup(new Warmup.Adaptive(QUICK_WARMUP_SECONDS))
            .withIterations(new Iterations(10, 0.05));

    /**
     * The forks of a case that is measured until it is decided: up to twenty, because one more makes its interval hardly narrower. The
     * looks after each of them share one level (docs/decisions/0078).
     */
    public static final Forks UNTIL_DECIDED = new Forks(3, 20);

    /** A full run; it overrides declarations: ten forks; three forks in four are steady after 39 s (Traini et al. 2023). */
    public static final Measure FULL = Measure.OPEN.withForks(new Forks(10, 10)).withWarmup(new Warmup.Adaptive(40));

    private Defaults() {}
}
