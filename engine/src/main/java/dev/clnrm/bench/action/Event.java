package dev.clnrm.bench.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.github.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened on GitHub.
 *
 * @param name as workflows call it: {@code pull_request}
 * @param commit what is, or was, measured
 * @param base the commit it is held against, or a descendant of it; empty where it stands by itself
 * @param pullRequest the number of the pull request, where the event is one
 * @param owner who owns the branch that was measured, where the event says so
 * @param branch that branch
 * @param order the workflow run that measured
 * @param scheduled whether a schedule began it
 * @param onDefaultBranch whether it happened on the default branch, to its code as it was there
 */
record Event(
        String name,
        String commit,
        Optional<String> base,
        Optional<Integer> pullRequest,
        String owner,
        String branch,
        Order order,
        boolean scheduled,
        boolean onDefaultBranch) {
    /** Events whose code is that of a stranger and whose token may write. */
    private static final List<String> DANGEROUS = List.of("pull_request_target", "workflow_run");

    /** What happens to a branch itself. */
    private static final List<String> GROWING = List.of("push", "workflow_dispatch");

    static Event read(Map<String, String> environment) {
        String name = environment.getOrDefault("GITHUB_EVENT_NAME", "");
        JsonNode json = json(environment.getOrDefault("GITHUB_EVENT_PATH", ""));
        Order order = new Order(number(environment.getOrDefault("GITHUB_RUN_NUMBER", "")), (int)
                number(environment.getOrDefault("GITHUB_RUN_ATTEMPT", "")));
        String sha = environment.getOrDefault("GITHUB_SHA", "");
        boolean scheduled = name.equals("schedule");
        switch (name) {
            case "pull_request", "pull_request_target" -> {
                JsonNode pull = json.path("pull_request");
                return new Event(
                        name,
                        pull.path("head").path("sha").asText(),
                        Optional.of(pull.path("base").path("sha").asText()),
                        Optional.of(pull.path("number").asInt()),
                        "",
                        "",
                        order,
                        false,
                        false);
            }
            case "merge_group" -> {
                JsonNode group = json.path("merge_group");
                return new Event(
                        name,
                        group.path("head_sha").asText(),
                        Optional.of(group.path("base_sha").asText()),
                        Optional.empty(),
                        "",
                        "",
                        order,
                        false,
                        false);
            }
            case "workflow_run" -> {
                JsonNode run = json.path("workflow_run");
                boolean pull = run.path("event").asText().equals("pull_request");
                return new Event(
                        name,
                        run.path("head_sha").asText(),
                        Optional.empty(),
                        Optional.empty(),
                        pull
                                ? run.path("head_repository")
                                        .path("owner")
                                        .path("login")
                                        .asText()
                                : "",
                        run.path("head_branch").asText(),
                        new Order(
                                run.path("run_number").asLong(1),
                                run.path("run_attempt").asInt(1)),
                        run.path("event").asText().equals("schedule"),
                        false);
            }
            default -> {
                String branch = json.path("repository").path("default_branch").asText();
                boolean own = !branch.isEmpty()
                        && environment.getOrDefault("GITHUB_REF", "").equals("refs/heads/" + branch);
                return new Event(
                        name,
                        sha,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        order,
                        scheduled,
                        scheduled || (own && GROWING.contains(name)));
            }
        }
    }

    /** Refuses to run code beside a token that strangers must not have. */
    void mayMeasure() {
        if (DANGEROUS.contains(name)) {
            throw new UserException(
                    "the event `" + name
                            + "` may not measure: it would run a stranger's code next to a token with write access",
                    "measure on `pull_request` with `mode: run`, and publish on `workflow_run` with `mode: report`");
        }
    }

    private static JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(Path.of(path)));
        } catch (IOException e) {
            throw new UserException(
                    "the event file `" + path + "` cannot be read: " + e.getMessage(), "GitHub sets GITHUB_EVENT_PATH");
        }
    }

    private static long number(String text) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : 1;
    }
}
