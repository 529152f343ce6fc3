package dev.clnrm.bench.config;

import dev.clnrm.bench.model.Forks;
import dev.clnrm.bench.model.Iterations;
import dev.clnrm.bench.model.Measure;
import dev.clnrm.bench.model.Warmup;
import java.util.List;
import java.util.Optional;

/** What holds where nobody says otherwise. */
public final class Defaults {
    /** The file looked for where none is named: at the root, where whoever reviews code sees it change. */
    public static final String FILE = "budgets.yaml";

    /** The format of that file. */
    public static final int VERSION = 1;

    /**
     * Names for proven slowdowns. +30 % and +50 % are CLNRM's 130 % and 150 % of baseline, +15 % half of the first. They only name;
     * what fails is {@link #FAIL_ON}.
     */
    public static final Thresholds THRESHOLDS = new Thresholds(0.15, 0.30, 0.50);

    /** Any proven slowdown: it has already passed a test and the tolerance, and small ones add up unseen otherwise. */
    public static final FailOn FAIL_ON = FailOn.REGRESSION;

    /** 3 %: more than twice the 1.2 % by which forks of the same code differ on a quiet machine. */
    public static final Tolerance TOLERANCE = Tolerance.of(0.03);

    /** 5 %: the slowdown most want excluded; excluding 3 % as well takes twice the forks. */
    public static final double MARGIN = 0.05;

    /** 0.5 ns, about two cycles: below it a change of time is the harness, however large its share. */
    public static final double TIME_FLOOR_SECONDS = 0.5e-9;

    /** 1 %: allocation hardly varies from run to run (at most 0.04 %), so a change this large is one of code. */
    public static final double ALLOCATION_TOLERANCE = 0.01;

    /** 8 bytes, the alignment of objects: less than one object is rounding over invocations. */
    public static final double ALLOCATION_FLOOR_BYTES = 8;

    /** Longest warm-up of a quick run: 2 s is enough for the first compilations; what is not steady by then is marked. */
    public static final double QUICK_WARMUP_SECONDS = 2;

    /**
     * Longest warm-up of a normal run: half of all forks are steady after 3.7 s, a quarter not after 39 s (Traini et al. 2023), so
     * 10 s serves most and more serves few.
     */
    public static final double WARMUP_SECONDS = 10;

    /**
     * A normal run. Three forks are the fewest whose spread can be judged, and ten find a slowdown of 10 % nearly always; many short
     * forks beat few long ones, so a fork gives 20 values of 100 ms. No time budget: only the user knows what a run may take.
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
     * The forks of a quick run: three, for fewer would decide nothing, and up to twenty where a promise is open and there is time: an
     * interval is then less than half as wide, and one more fork makes it hardly narrower.
     */
    private static final Forks QUICK_FORKS = new Forks(3, 20);

    /**
     * Up to how many forks a quick run measures a promise that seems broken, however long it takes. Three JVMs that happen to agree are one
     * in four where code has two speeds, eight are one in a hundred.
     */
    public static final int QUICK_AGAIN = 8;

    /**
     * How long a quick run goes on for promises that are open, in seconds from its begin: a minute, which is what it is for. Where the
     * three forks of every case take most of that, it may take a quarter longer than they did.
     */
    public static final double QUICK_SECONDS = 60;

    /**
     * A quick run, over whatever is declared: forks with half a second of values, which cost a fifth of the power at a tenth of the
     * time (forks of 0.5 + 0.5 s beside 5 + 5 s).
     */
    public static final Measure QUICK = Measure.OPEN
            .withForks(QUICK_FORKS)
            .withWarmup(new Warmup.Adaptive(QUICK_WARMUP_SECONDS))
            .withIterations(new Iterations(10, 0.05));

    /**
     * A quick run whose cases share JVMs: a warm-up of fixed length, for the number of a case's iterations is told to a JVM before it
     * starts. Arithmetic is steady at once, streams and sorting after 0.1 to 0.2 s; what is not steady by then is marked.
     */
    public static final Measure SHARED = Measure.OPEN
            .withForks(QUICK_FORKS)
            .withWarmup(new Warmup.Fixed(5, 0.02))
            .withIterations(new Iterations(5, 0.02));

    /**
     * Two sides measured in turns, over whatever is declared: looks after 3, 4 and 5 forks of each side, forks of half a second of values.
     * Twenty cases of about a microsecond take two minutes and a half on two cores, and 10 % is found.
     */
    public static final Measure CHECK = Measure.OPEN
            .withForks(new Forks(3, 5))
            .withWarmup(new Warmup.Adaptive(QUICK_WARMUP_SECONDS))
            .withIterations(new Iterations(10, 0.05));

    /** A full run, over whatever is declared: ten forks; three forks in four are steady after 39 s (Traini et al. 2023). */
    public static final Measure FULL = Measure.OPEN.withForks(new Forks(10, 10)).withWarmup(new Warmup.Adaptive(40));

    private Defaults() {}
}
