package dev.clnrm.bench.app;

/** The exit statuses of the program. */
public final class ExitStatus {
    public static final int WITHIN_BUDGET = 0;

    /** Over budget, regressed, or not proven. */
    public static final int OVER_BUDGET = 1;

    public static final int WRONG_USE = 2;
    public static final int COULD_NOT_MEASURE = 3;
    public static final int INCONCLUSIVE = 4;

    /** A fault of this program: the value of {@code EX_SOFTWARE} in BSD's {@code sysexits.h}. */
    public static final int OUR_FAULT = 70;

    private ExitStatus() {}
}
