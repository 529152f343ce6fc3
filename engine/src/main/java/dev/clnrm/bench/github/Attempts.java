package dev.clnrm.bench.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.github.HttpException;

/**
 * Tries again what may go better the next time. What is tried begins by looking at what is there, so that a request that was served
 * though its answer was lost does nothing twice.
 *
 * @param pause what passes between two attempts
 */
record Attempts(Pause pause) {
    /** With the times between them they span a minute, as long as most failures of GitHub's front end last. */
    private static final int MOST = 6;

    private static final Duration FIRST = Duration.ofSeconds(2);

    /** A job that waits longer costs more than a comment is worth. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** Something that talks to GitHub. */
    @FunctionalInterface
    interface Call {
        Posted make() throws IOException;
    }

    /** Something that asks GitHub. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException;
    }

    /** What came of it; never an exception of GitHub's. */
    Posted of(Call call) {
        try {
            return answer(call::make);
        } catch (IOException e) {
            int status = status(e);
            if (REFUSED.contains(status)) {
                return new Posted.Refused("the token may not do this (" + status + ")");
            }
            if (missing(e)) {
                return new Posted.Refused("there is no such thing, or the token may not see it (404)");
            }
            return new Posted.Failed(clause(e));
        }
    }

    /**
     * The answer.
     *
     * @throws IOException the last failure
     */
    <T> T answer(Question<T> question) throws IOException {
        Duration wait = FIRST;
        for (int attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (IOException e) {
                Optional<Duration> asked = busy(e).map(Busy::time);
                if (attempt == MOST || !passing(e) || asked.orElse(wait).compareTo(LONGEST) > 0) {
                    throw e;
                }
                rest(asked.orElse(wait));
                wait = wait.multipliedBy(2);
            }
        }
    }

    private void rest(Duration time) throws IOException {
        try {
            pause.take(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean passing(IOException fault) {
        int status = status(fault);
        return busy(fault).isPresent() || Gone.in(fault) || (!missing(fault) && (status <= 0 || status >= 500));
    }

    private static boolean missing(Throwable fault) {
        return fault instanceof FileNotFoundException;
    }

    /** What GitHub answered; 0 for none. */
    private static int status(IOException fault) {
        return fault instanceof HttpException http ? http.getResponseCode() : 0;
    }

    private static Optional<Busy> busy(Throwable fault) {
        for (Throwable one = fault; one != null; one = one.getCause()) {
            if (one instanceof Busy busy) {
                return Optional.of(busy);
            }
        }
        return Optional.empty();
    }

    private static String clause(IOException fault) {
        int status = status(fault);
        if (status > 0) {
            return "GitHub answered " + status;
        }
        return busy(fault).map(busy -> String.valueOf(busy.getMessage())).orElse("GitHub did not answer");
    }

    /** What was found a moment ago was deleted meanwhile. */
    static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;

        Gone(IOException cause) {
            super("deleted meanwhile", cause);
        }

        static boolean in(IOException fault) {
            return fault instanceof Gone;
        }
    }
}
