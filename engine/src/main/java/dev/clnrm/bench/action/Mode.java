package dev.clnrm.bench.action;

import java.util.Locale;

/** The modes of a step. */
enum Mode {
    /** Measures, without a token, and writes a bundle. */
    RUN,
    /** Checks a bundle, judges it and publishes the result; runs no code of the pull request. */
    REPORT,
    /** Measures and publishes the result, for code that may be trusted beside a token. */
    ALL,
    /** Answers a comment that asks for a measurement; runs no code of the pull request. */
    ANSWER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
