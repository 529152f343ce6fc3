package dev.clnrm.bench.app;

/** What the exit status says. */
public final class ExitStatus {
    public static final int WITHIN_BUDGET = 0;

    /** Also: regressed, and not proven. */
    public static final int OVER_BUDGET = 1;

    public static final int WRONG_USE = 2;
    public static final int COULD_NOT_MEASURE = 3;
    public static final int INCONCLUSIVE = 4;

    /** A fault of this program; the number is that of {@code EX_SOFTWARE} in BSD's {@code sysexits.h}. */
    public static final int OUR_FAULT = 70;

    private ExitStatus() {}
}
