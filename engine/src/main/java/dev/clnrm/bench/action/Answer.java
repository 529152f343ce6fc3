package dev.clnrm.bench.action;

import dev.clnrm.bench.git.Commit;
import dev.clnrm.bench.github.GitHubClient;
import dev.clnrm.bench.github.PullRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The answer to a comment that asks for a measurement. Anybody may have written the words of its filter, so they are checked here. */
sealed interface Answer {
    /** A part of a case's name, with parameters. No shell syntax, path or option begins in this way. */
    Pattern FILTER = Pattern.compile("[A-Za-z0-9_*][A-Za-z0-9_.$*=:/\\[\\]-]{0,99}");

    /** The most words of a filter: more than anybody types. */
    int MOST_WORDS = 20;

    String text();

    /**
     * The comment leads to a measurement.
     *
     * @param pullRequest the pull request as it is now
     * @param filter words that are safe to pass on
     */
    record Measured(PullRequest pullRequest, List<String> filter) implements Answer {
        public Measured {
            filter = List.copyOf(filter);
        }

        @Override
        public String text() {
            String cases = filter.isEmpty()
                    ? "all cases"
                    : "the cases whose name contains "
                            + filter.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or "));
            return "⏱️ `" + Comment.COMMAND + "` measures " + cases + " of `" + Commit.brief(pullRequest.head())
                    + "` against `" + Commit.brief(pullRequest.base()) + "`.";
        }
    }

    /**
     * The comment leads to no measurement.
     *
     * @param because the reason and what to do, in a sentence
     */
    record Refused(String because) implements Answer {
        @Override
        public String text() {
            return "🚫 `" + Comment.COMMAND + "` measures nothing: " + because;
        }
    }

    /**
     * The answer to a comment; empty if it does not ask for a measurement.
     *
     * @throws IOException if GitHub does not tell the author's permission or the pull request
     */
    static Optional<Answer> to(Comment comment, GitHubClient github) throws IOException {
        Optional<List<String>> asked = comment.asked();
        return asked.isEmpty() ? Optional.empty() : Optional.of(to(comment, asked.get(), github));
    }

    private static Answer to(Comment comment, List<String> words, GitHubClient github) throws IOException {
        if (!github.mayWrite(comment.author())) {
            return new Refused("only people with write access to this repository may ask for it.");
        }
        if (words.size() > MOST_WORDS
                || !words.stream().allMatch(word -> FILTER.matcher(word).matches())) {
            return new Refused("the filter is no part of a case's name. Use at most " + MOST_WORDS
                    + " words of letters, digits and `_ . $ * = : / [ ] -` that do not begin with `-`.");
        }
        Optional<PullRequest> pullRequest = github.pullRequest(comment.number());
        if (pullRequest.isEmpty()) {
            return new Refused("the pull request is closed.");
        }
        if (pullRequest.get().pushed().filter(comment.written()::isBefore).isPresent()) {
            return new Refused(
                    "somebody pushed to the fork after the comment was written. Read the change again, then comment again.");
        }
        return new Measured(pullRequest.get(), words);
    }
}
