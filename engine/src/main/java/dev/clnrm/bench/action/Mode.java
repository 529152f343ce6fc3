package dev.clnrm.bench.action;

import dev.clnrm.bench.app.UserException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a step does. */
enum Mode {
    /** Measures, without a token, and writes a bundle. */
    RUN,
    /** Checks a bundle, judges it and says so; runs nothing of the pull request. */
    REPORT,
    /** Measures and says so, where the code may be trusted beside a token. */
    ALL;

    static Mode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UserException(
                        "input `mode` is `" + word + "`",
                        "the modes are "
                                + Arrays.stream(values()).map(Mode::word).collect(Collectors.joining(", "))));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
