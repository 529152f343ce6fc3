package dev.clnrm.bench.action;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wrote below an issue or a pull request.
 *
 * @param fresh whether it was just written, and not changed or deleted
 * @param proposal whether it stands below a pull request
 * @param number of the issue or pull request
 * @param author the login of who wrote it
 * @param written when
 * @param text anything
 */
record Comment(boolean fresh, boolean proposal, int number, String author, Instant written, String text) {
    /** What asks for a measurement, at the start of the first line; a filter follows. */
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

    /** The words behind the command; empty if it is not one, or not below a pull request. */
    Optional<List<String>> asked() {
        List<String> words =
                Arrays.asList(text.lines().findFirst().orElse("").strip().split("[\\s,]+", -1));
        return fresh && proposal && words.get(0).equals(COMMAND)
                ? Optional.of(words.subList(1, words.size()))
                : Optional.empty();
    }
}
