package dev.clnrm.bench.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A comment on an issue or a pull request.
 *
 * @param fresh whether it is new, not edited or deleted
 * @param proposal whether it is on a pull request
 * @param number the number of the issue or pull request
 * @param author the login of its author
 * @param written the time
 * @param text the text, which is not trusted
 */
record Comment(boolean fresh, boolean proposal, int number, String author, Instant written, String text) {
    /** The command that asks for a measurement, at the start of the first line. A filter follows. */
    static final String COMMAND = "/benchmark";

    static Comment of(JsonNode event) {
        JsonNode comment = event.path("comment");
        return new Comment(
                event.path("action").asText().equals("created"),
                event.path("issue").has("pull_request"),
                event.path("issue").path("number").asInt(),
                comment.path("user").path("login").asText(),
                instant(comment.path("created_at").asText()),
                comment.path("body").asText());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /** The words after the command; empty if the comment has no command or is not on a pull request. */
    Optional<List<String>> asked() {
        List<String> words =
                Arrays.asList(text.lines().findFirst().orElse("").strip().split("[\\s,]+", -1));
        return fresh && proposal && words.get(0).equals(COMMAND)
                ? Optional.of(words.subList(1, words.size()))
                : Optional.empty();
    }
}
