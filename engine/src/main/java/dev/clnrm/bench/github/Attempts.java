package dev.clnrm.bench.github;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.github.GHException;
import org.kohsuke.github.HttpException;

/**
 * Repeats requests that may succeed later. The library does not repeat requests that GitHub answered with status 500 or above.
 * Each attempt first reads the current state, so a request whose answer was lost has no second effect.
 *
 * @param pause waits between two attempts
 */
record Attempts(Pause pause) {
    /** The most attempts. With the pauses they span a minute, as long as most failures of GitHub's front end last. */
    private static final int MOST = 6;

    private static final Duration FIRST = Duration.ofSeconds(2);

    /** The longest pause: a job that waits longer costs more than a comment is worth. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int TOO_MANY = 429;
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** Waits between two attempts. */
    @FunctionalInterface
    interface Pause {
        /** Returns after this time. */
        void take(Duration time) throws InterruptedException;
    }

    /** A call to GitHub. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException;
    }

    /** The result of a call; never throws an exception of GitHub's. */
    Posted of(Question<Posted> call) {
        try {
            return answer(call);
        } catch (IOException e) {
            int status = status(e);
            Optional<Duration> asked = asked(e);
            if (asked.isPresent()) {
                return new Posted.Failed(
                        "GitHub asks to retry in " + asked.get().toSeconds() + " s");
            }
            if (REFUSED.contains(status)) {
                return new Posted.Refused("the token does not allow this (" + status + ")");
            }
            if (e instanceof FileNotFoundException) {
                return new Posted.Refused("not found, or the token does not allow to read it (404)");
            }
            return new Posted.Failed(status > 0 ? "GitHub answered " + status : "GitHub did not answer");
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
            IOException fault;
            try {
                return question.ask();
            } catch (GHException e) {
                // Further pages of a list are read while it is iterated, and an iterator cannot throw an IOException.
                fault = e.getCause() instanceof IOException cause ? cause : new IOException(e);
            } catch (IOException e) {
                fault = e;
            }
            Optional<Duration> asked = asked(fault);
            Duration rest = asked.orElse(wait);
            if (attempt == MOST || (asked.isEmpty() && !passing(fault)) || rest.compareTo(LONGEST) > 0) {
                throw fault;
            }
            rest(rest);
            wait = wait.multipliedBy(2);
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
        return fault instanceof Gone || (!(fault instanceof FileNotFoundException) && (status <= 0 || status >= 500));
    }

    /** The status of GitHub's answer; 0 without an answer. */
    private static int status(IOException fault) {
        return fault instanceof HttpException http ? http.getResponseCode() : 0;
    }

    /** The time that GitHub asks to wait: a number of seconds, or until the hourly rate limit resets. */
    private static Optional<Duration> asked(IOException fault) {
        if (!(fault instanceof HttpException http)
                || (http.getResponseCode() != TOO_MANY && http.getResponseCode() != 403)) {
            return Optional.empty();
        }
        Optional<Duration> after = number(http, "Retry-After").map(Duration::ofSeconds);
        if (after.isPresent() || number(http, "X-RateLimit-Remaining").orElse(1L) > 0) {
            return after;
        }
        return number(http, "X-RateLimit-Reset")
                .map(reset -> Duration.between(Instant.now(), Instant.ofEpochSecond(reset)))
                .map(left -> left.isNegative() ? Duration.ofSeconds(1) : left);
    }

    private static Optional<Long> number(HttpException fault, String header) {
        return Optional.ofNullable(fault.getResponseHeaderFields()).stream()
                .flatMap(headers -> headers.entrySet().stream())
                .filter(one -> header.equalsIgnoreCase(one.getKey()))
                .flatMap(one -> one.getValue().stream())
                .filter(text -> text.matches("\\d{1,12}"))
                .map(Long::valueOf)
                .findFirst();
    }

    /** Something that was just found was deleted in the meantime. */
    static final class Gone extends IOException {
        private static final long serialVersionUID = 1L;

        Gone(IOException cause) {
            super("deleted meanwhile", cause);
        }
    }
}
