package dev.clnrm.bench.action;

import java.util.Locale;

/** What a step does. */
enum Mode {
    /** Measures, without a token, and writes a bundle. */
    RUN,
    /** Checks a bundle, judges it and says so; runs nothing of the pull request. */
    REPORT,
    /** Measures and says so, where the code may be trusted beside a token. */
    ALL,
    /** Says what a comment that asks for a measurement gets; runs nothing of the pull request. */
    ANSWER;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
