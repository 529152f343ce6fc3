package dev.clnrm.bench.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The repository that workflows run in, and what happens there.
 *
 * @param folder where it is
 */
record Origin(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Occurrence pullRequest(String action, String head) throws IOException, InterruptedException {
        return pullRequest(action, head, "main");
    }

    Occurrence pullRequest(String action, String head, String base) throws IOException, InterruptedException {
        ObjectNode payload = JSON.createObjectNode().put("action", action);
        ObjectNode pull = payload.putObject("pull_request").put("number", 7);
        pull.putObject("head").put("sha", commit(head)).put("ref", head);
        pull.putObject("base").put("sha", commit(base)).put("ref", base);
        return new Occurrence("pull_request", commit(head), "refs/pull/7/merge", payload);
    }

    Occurrence queued(String head, String base) throws IOException, InterruptedException {
        ObjectNode payload = JSON.createObjectNode();
        payload.putObject("merge_group").put("head_sha", commit(head)).put("base_sha", commit(base));
        return new Occurrence("merge_group", commit(head), "refs/heads/gh-readonly-queue/main/pr-7", payload);
    }

    Occurrence labeled(String label) throws IOException, InterruptedException {
        Occurrence pull = pullRequest("labeled", "topic");
        ((ObjectNode) pull.payload()).putObject("label").put("name", label);
        return pull;
    }

    Occurrence commented(String author, boolean proposal, String body) throws IOException, InterruptedException {
        ObjectNode payload = JSON.createObjectNode().put("action", "created");
        ObjectNode issue = payload.putObject("issue").put("number", 7);
        if (proposal) {
            issue.putObject("pull_request");
        }
        payload.putObject("comment")
                .put("body", body)
                .put("created_at", "2026-02-01T00:00:00Z")
                .putObject("user")
                .put("login", author);
        return new Occurrence("issue_comment", commit("main"), "refs/heads/main", payload);
    }

    Occurrence finished(int run, String head, String conclusion) throws IOException, InterruptedException {
        ObjectNode payload = JSON.createObjectNode();
        ObjectNode one = payload.putObject("workflow_run");
        one.put("id", 4700 + run).put("event", "pull_request").put("conclusion", conclusion);
        one.put("head_sha", commit(head)).put("head_branch", head).put("run_attempt", 1);
        one.putObject("head_repository").putObject("owner").put("login", "mallory");
        return new Occurrence("workflow_run", commit("main"), "refs/heads/main", payload);
    }

    static JsonNode onMain() {
        ObjectNode payload = JSON.createObjectNode();
        payload.putObject("repository").put("default_branch", "main");
        return payload;
    }

    String commit(String branch) throws IOException, InterruptedException {
        return git("rev-parse", branch).strip();
    }

    String git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "safe.directory=*", "-C", folder.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
        return said;
    }
}
