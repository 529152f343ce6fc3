package dev.clnrm.bench.cli;

/** What the exit status says. */
final class ExitStatus {
    static final int WITHIN_BUDGET = 0;
    static final int OVER_BUDGET = 1;
    static final int WRONG_USE = 2;
    static final int COULD_NOT_MEASURE = 3;
    static final int INCONCLUSIVE = 4;

    /** A fault of this program; the number is that of {@code EX_SOFTWARE} in BSD's {@code sysexits.h}. */
    static final int OUR_FAULT = 70;

    private ExitStatus() {}
}
