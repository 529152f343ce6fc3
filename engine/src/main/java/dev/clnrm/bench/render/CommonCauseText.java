package dev.clnrm.bench.render;

import dev.clnrm.bench.verdict.CommonCause;

/** What is said first where most cases moved by about the same factor. */
final class CommonCauseText {
    /** Beyond it a change of the code is rarely the cause. */
    private static final double UNLIKELY = 2;

    private CommonCauseText() {}

    /** {@code 20 of 20 cases moved by about the same factor, +650 % (+620 % to +690 %), so one cause is likely}. */
    static String sentence(CommonCause cause) {
        String where = cause.factor() >= UNLIKELY || cause.factor() <= 1 / UNLIKELY
                ? "look first for what differs between the sides: JVM, flags, build, class path or machine"
                : "look first at the code they share, then at JVM, flags and build";
        return cause.moved() + " of " + cause.compared() + " cases moved by about the same factor, "
                + Numbers.changed(cause.factor()) + " (" + Numbers.changed(cause.low()) + " to "
                + Numbers.changed(cause.high()) + "), so one cause is likely; " + where;
    }
}
