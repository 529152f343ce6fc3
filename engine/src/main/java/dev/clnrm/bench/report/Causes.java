package dev.clnrm.bench.report;

import dev.clnrm.bench.samples.Outcome;
import java.util.Optional;

/** Why a fork failed, in one line, and where the rest of what it printed is. */
final class Causes {
    private Causes() {}

    /** {@code the benchmark threw: java.io.IOException: no such file (logs/fork-3.log)}. */
    static String sentence(Outcome.Failed how) {
        return Words.of(how.cause()) + ": " + Inert.sentence(messageAndLog(how));
    }

    /** {@code java.io.IOException: no such file (logs/fork-3.log)}, as it came from outside. */
    static String messageAndLog(Outcome.Failed how) {
        return how.message() + how.log().map(log -> " (" + log + ")").orElse("");
    }

    /** The first line of the throwable, or what stands for it. */
    static String message(Outcome.Failed how) {
        return how.message().isBlank() ? Decimals.NONE : Inert.sentence(how.message());
    }

    /**
     * The log as a path that can be opened from where the program was started.
     *
     * @param folder the run's folder; absent where it is not known
     */
    static Optional<String> log(Outcome.Failed how, Optional<String> folder) {
        return how.log()
                .map(log -> Inert.name(folder.map(run -> run + "/" + log).orElse(log)));
    }
}
