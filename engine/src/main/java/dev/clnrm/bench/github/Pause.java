package dev.clnrm.bench.github;

import java.time.Duration;

/** How time passes between two attempts. */
@FunctionalInterface
public interface Pause {
    /** Returns after this time. */
    void take(Duration time) throws InterruptedException;

    /** The real passing of time. */
    static Pause real() {
        return time -> Thread.sleep(time.toMillis());
    }
}
