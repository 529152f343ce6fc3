package dev.clnrm.bench.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.app.UserException;
import dev.clnrm.bench.github.Order;
import dev.clnrm.bench.github.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An event on GitHub.
 *
 * @param name its name in workflows, for example {@code pull_request}
 * @param commit the commit that is or was measured
 * @param base the commit it is compared with, or a descendant of it; empty if there is none
 * @param pullRequest the number of the pull request, if the event is one
 * @param branch the branch of the pull request, if the event names it instead of a number; its owner is empty if its repository was
 *     deleted
 * @param order the workflow run of the measurement
 * @param scheduled whether a schedule started it
 * @param onDefaultBranch whether it happened on the default branch, with the code of that branch
 * @param ofFork whether it is a pull request from another repository, so somebody without write access may have written the code
 */
record Event(
        String name,
        String commit,
        Optional<String> base,
        Optional<Integer> pullRequest,
        Optional<Proposal.Branch> branch,
        Order order,
        boolean scheduled,
        boolean onDefaultBranch,
        boolean ofFork) {
    /** Events whose code may be a stranger's and whose token has write access. */
    private static final List<String> DANGEROUS = List.of("pull_request_target", "workflow_run");

    /** The event of a comment: anybody can write one, and the token of its job has write access. */
    private static final String COMMENT = "issue_comment";

    /** Events whose commit is in the repository, so that somebody with write access put it there. */
    private static final List<String> OF_REPOSITORY = List.of("push", "schedule", "workflow_dispatch");

    /** Events on a branch itself. */
    private static final List<String> GROWING = List.of("push", "workflow_dispatch");

    /** The comment of the event. */
    static Comment comment(Map<String, String> environment) {
        if (!name(environment).equals(COMMENT)) {
            throw new UserException(
                    "`mode: answer` answers comments, and the event is `" + name(environment) + "`",
                    "use it in a workflow on `issue_comment`");
        }
        return Comment.of(json(environment));
    }

    /**
     * Reads the event.
     *
     * @param asked the commits that a comment asked to measure, from {@code mode: answer}
     */
    static Event read(Map<String, String> environment, Optional<Inputs.Commits> asked) {
        String name = name(environment);
        if (asked.isPresent() && !name.equals(COMMENT)) {
            throw new UserException(
                    "the event `" + name + "` says itself which commits to measure",
                    "leave out `head` and `base`, which are for `issue_comment`");
        }
        JsonNode json = json(environment);
        Order order = order(environment);
        String sha = environment.getOrDefault("GITHUB_SHA", "");
        boolean scheduled = name.equals("schedule");
        switch (name) {
            case "pull_request", "pull_request_target" -> {
                JsonNode pull = json.path("pull_request");
                String head = pull.path("head").path("sha").asText();
                String base = pull.path("base").path("sha").asText();
                boolean ofFork = !repository(pull, "head").equals(repository(pull, "base"));
                return proposed(
                        name, head, base, Optional.of(pull.path("number").asInt()), order, ofFork);
            }
            case COMMENT -> {
                Inputs.Commits commits = asked.orElseThrow(() -> new UserException(
                        "the event `" + name + "` does not say which commits to measure",
                        "give the inputs `head` and `base`, which `mode: answer` has as outputs"));
                Optional<Integer> number = Optional.of(Comment.of(json).number());
                return proposed(name, commits.head(), commits.base(), number, order, true);
            }
            case "merge_group" -> {
                JsonNode group = json.path("merge_group");
                String head = group.path("head_sha").asText();
                return proposed(name, head, group.path("base_sha").asText(), Optional.empty(), order, false);
            }
            case "workflow_run" -> {
                JsonNode run = json.path("workflow_run");
                String by = run.path("event").asText();
                if (by.equals("merge_group")) {
                    throw new UserException(
                            "the event `workflow_run` does not say which base a merge queue measured",
                            "on `merge_group`, use `mode: report` in a job of the workflow that measures");
                }
                String owner =
                        run.path("head_repository").path("owner").path("login").asText();
                return new Event(
                        name,
                        run.path("head_sha").asText(),
                        Optional.empty(),
                        Optional.empty(),
                        OF_REPOSITORY.contains(by)
                                ? Optional.empty()
                                : Optional.of(new Proposal.Branch(
                                        owner, run.path("head_branch").asText())),
                        new Order(
                                run.path("id").asLong(1),
                                run.path("run_attempt").asInt(1),
                                order.job()),
                        by.equals("schedule"),
                        false,
                        false);
            }
            default -> {
                String branch = json.path("repository").path("default_branch").asText();
                boolean own = !branch.isEmpty()
                        && environment.getOrDefault("GITHUB_REF", "").equals("refs/heads/" + branch);
                boolean onDefaultBranch = scheduled || (own && GROWING.contains(name));
                return new Event(
                        name,
                        sha,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        order,
                        scheduled,
                        onDefaultBranch,
                        false);
            }
        }
    }

    private static Event proposed(
            String name, String head, String base, Optional<Integer> pullRequest, Order order, boolean ofFork) {
        return new Event(name, head, Optional.of(base), pullRequest, Optional.empty(), order, false, false, ofFork);
    }

    /** The name of the repository of a side of a pull request; empty if the repository was deleted. */
    private static String repository(JsonNode pull, String side) {
        return pull.path(side).path("repo").path("full_name").asText();
    }

    /** Refuses to measure if code of strangers could run beside a token with write access. */
    void mayMeasure(Mode mode) {
        if (mode == Mode.ALL && name.equals(COMMENT)) {
            throw new UserException(
                    "the event `" + name
                            + "` may not measure with `mode: all`: it would run the code of any pull request next to a"
                            + " token with write access",
                    "use `mode: answer`, `mode: run` and `mode: report` in three jobs, as docs/on-request.md shows");
        }
        if (DANGEROUS.contains(name)) {
            throw new UserException(
                    "the event `" + name
                            + "` may not measure: it would run a stranger's code next to a token with write access",
                    "measure on `pull_request` with `mode: run`, and publish on `workflow_run` with `mode: report`");
        }
    }

    /** The pull request of the event; empty if there is none. */
    Optional<Proposal> proposal() {
        return branch.<Proposal>map(named -> named).or(() -> pullRequest.map(Proposal.Numbered::new));
    }

    /** The present workflow run. Its id grows in all workflows; its number begins again at 1 if the workflow's file is renamed. */
    static Order order(Map<String, String> environment) {
        return new Order(
                number(environment.getOrDefault("GITHUB_RUN_ID", "")),
                (int) number(environment.getOrDefault("GITHUB_RUN_ATTEMPT", "")),
                new Inputs(environment).job());
    }

    private static String name(Map<String, String> environment) {
        return environment.getOrDefault("GITHUB_EVENT_NAME", "");
    }

    private static JsonNode json(Map<String, String> environment) {
        String path = environment.getOrDefault("GITHUB_EVENT_PATH", "");
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(Path.of(path)));
        } catch (IOException e) {
            throw new UserException(
                    "the event file `" + path + "` cannot be read: " + e.getMessage(), "GitHub sets GITHUB_EVENT_PATH");
        }
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 1;
    }
}
