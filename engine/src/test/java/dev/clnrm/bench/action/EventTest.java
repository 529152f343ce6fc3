package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.github.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
    @TempDir
    private Path folder = Path.of("");

    private Event event(String name, String json) throws IOException {
        Path file = Files.writeString(folder.resolve("event.json"), json);
        return Event.read(Map.of("GITHUB_EVENT_NAME", name, "GITHUB_EVENT_PATH", file.toString()), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"full_name\":\"o/r\"}; false", "{\"full_name\":\"mallory/r\"}; true", "null; true"})
    void a_pull_request_from_another_repository_is_of_a_fork(String repository, boolean ofFork) throws IOException {
        String json = """
                {"pull_request": {"number": 7, "head": {"sha": "a", "repo": %s}, "base": {"sha": "b", "repo": {"full_name": "o/r"}}}}
                """.formatted(repository);
        assertThat(event("pull_request", json).ofFork()).isEqualTo(ofFork);
    }

    @ParameterizedTest
    @CsvSource({
        "push, false",
        "schedule, false",
        "workflow_dispatch, false",
        "pull_request, true",
        "pull_request_review, true"
    })
    void a_run_that_a_stranger_can_start_is_of_a_branch(String by, boolean ofBranch) throws IOException {
        String json = """
                {"workflow_run": {"event": "%s", "head_sha": "a", "head_branch": "topic",
                  "head_repository": {"owner": {"login": "mallory"}}}}
                """.formatted(by);
        Optional<Proposal> branch = Optional.of(new Proposal.Branch("mallory", "topic"));
        assertThat(event("workflow_run", json).proposal()).isEqualTo(ofBranch ? branch : Optional.empty());
    }
}
