package dev.clnrm.bench.github;

import java.io.IOException;
import java.time.Duration;

/** GitHub asks to be left alone for a while. */
final class Busy extends IOException {
    private static final long serialVersionUID = 1L;

    private final Duration time;

    Busy(Duration time) {
        super("GitHub asks to come back in " + time.toSeconds() + " s");
        this.time = time;
    }

    Duration time() {
        return time;
    }
}
