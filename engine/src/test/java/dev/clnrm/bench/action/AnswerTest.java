package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.github.FakeGitHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments that ask for a measurement, and such as do not. */
class AnswerTest {
    private static final String HEAD = "9d0e77c".repeat(5) + "00000";
    private static final String BASE = "3f2c1ab".repeat(5) + "00000";
    private static final String AFTER_THE_PUSH = "2026-01-31T12:34:56Z";

    @TempDir
    private Path temporary = Path.of("");

    private final FakeGitHub github;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final ObjectNode event = new ObjectMapper().createObjectNode();

    AnswerTest() throws IOException {
        github = new FakeGitHub();
    }

    @BeforeEach
    void a_comment_by_somebody_who_may_push_on_the_pull_request_of_a_fork() {
        github.pullRequest(7, HEAD, "mallory:topic", BASE).permission("maintainer", "write");
        event.put("action", "created");
        event.putObject("issue").put("number", 7).putObject("pull_request");
        event.putObject("comment")
                .put("created_at", AFTER_THE_PUSH)
                // What GitHub says of the author beside it does not count.
                .put("author_association", "MEMBER")
                .putObject("user")
                .put("login", "maintainer");
        environment.putAll(Map.of(
                "INPUT_MODE", "answer",
                "INPUT_GITHUB-TOKEN", "a-token",
                "GITHUB_EVENT_NAME", "issue_comment",
                "GITHUB_EVENT_PATH", temporary.resolve("event.json").toString(),
                "GITHUB_API_URL", github.address().toString(),
                "GITHUB_SERVER_URL", "https://github.com",
                "GITHUB_REPOSITORY", "o/r",
                "GITHUB_RUN_ID", "4711",
                "GITHUB_OUTPUT", temporary.resolve("output").toString()));
    }

    @AfterEach
    void every_request_is_as_github_describes_it() {
        assertThat(github.violations()).isEmpty();
        github.close();
    }

    private ObjectNode comment() {
        return (ObjectNode) event.path("comment");
    }

    private int step(String body) throws Exception {
        comment().put("body", body);
        Files.writeString(temporary.resolve("event.json"), event.toString());
        return ActionMain.run(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String output() throws IOException {
        Path file = temporary.resolve("output");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private void refused(String body, String because) throws Exception {
        assertThat(step(body)).isEqualTo(0);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.comments().get(0)).contains("measures nothing: ");
        assertThat(github.comments().get(0)).contains(because);
        assertThat(output()).doesNotContain("head<<");
    }

    private void ignored(String body) throws Exception {
        assertThat(step(body)).isEqualTo(0);
        assertThat(github.requests()).doesNotContain("POST /repos/o/r/issues/7/comments");
        assertThat(output()).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("asks for nothing");
    }

    @Test
    void all_cases_of_the_pull_request_as_it_is_now() throws Exception {
        assertThat(step("/benchmark\r\nThanks!")).isEqualTo(0);
        assertThat(github.comments().get(0))
                .endsWith("⏱️ `/benchmark` measures all cases of `9d0e77c` against `3f2c1ab`."
                        + " [Run](https://github.com/o/r/actions/runs/4711)");
        assertThat(output()).contains("\n" + HEAD + "\n");
        assertThat(output()).contains("\n" + BASE + "\n");
    }

    @Test
    void some_cases() throws Exception {
        step("/benchmark  parse, s/b[size=10]");
        assertThat(github.comments().get(0)).contains("whose name contains `parse` or `s/b[size=10]` of `9d0e77c`");
        assertThat(output()).contains("\nparse s/b[size=10]\n");
    }

    @Test
    void a_second_answer_takes_the_place_of_the_first() throws Exception {
        step("/benchmark parse");
        environment.put("GITHUB_RUN_ID", "4712");
        step("/benchmark");
        assertThat(github.comments()).hasSize(1);
        assertThat(github.comments().get(0)).contains("all cases");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/benchmark $(touch /tmp/x)",
                "/benchmark `id`",
                "/benchmark a;b",
                "/benchmark --out=/etc",
                "/benchmark -f",
                "/benchmark <!-- x -->",
                "/benchmark @everyone",
                "/benchmark ${{secrets.TOKEN}}",
                "/benchmark ../../etc"
            })
    void a_filter_is_no_command_no_option_and_no_mention(String body) throws Exception {
        refused(body, "the filter is no part of a case's name");
        assertThat(github.comments().get(0)).doesNotContain(body.substring("/benchmark ".length()));
    }

    @Test
    void nobody_who_may_only_read() throws Exception {
        github.permission("maintainer", "read");
        refused("/benchmark", "only people with write access");
    }

    @Test
    void nobody_whom_github_does_not_know() throws Exception {
        ((ObjectNode) comment().path("user")).put("login", "stranger");
        refused("/benchmark", "only people with write access");
    }

    @Test
    void nothing_that_was_pushed_after_the_comment() throws Exception {
        comment().put("created_at", "2026-01-31T11:59:59Z");
        refused("/benchmark", "somebody pushed to the fork after the comment");
    }

    @Test
    void nothing_that_is_closed() throws Exception {
        github.closed(7);
        refused("/benchmark", "the pull request is closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/benchmarks", "please /benchmark", "> /benchmark", "thanks\n/benchmark"})
    void what_is_no_command(String body) throws Exception {
        ignored(body);
    }

    @Test
    void a_comment_on_an_issue() throws Exception {
        ((ObjectNode) event.path("issue")).remove("pull_request");
        ignored("/benchmark");
    }

    @Test
    void a_comment_that_was_edited() throws Exception {
        event.put("action", "edited");
        ignored("/benchmark");
    }

    @Test
    void no_comment_at_all() throws Exception {
        environment.put("GITHUB_EVENT_NAME", "push");
        assertThat(step("/benchmark")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("use it in a workflow on `issue_comment`");
    }

    @Test
    void a_token_that_may_not_comment_stops_no_measurement() throws Exception {
        github.readOnly();
        assertThat(step("/benchmark")).isEqualTo(0);
        assertThat(output()).contains(HEAD);
    }

    @Test
    void a_comment_is_never_measured_beside_a_token() throws Exception {
        environment.put("INPUT_MODE", "all");
        environment.put("INPUT_HEAD", HEAD);
        environment.put("INPUT_BASE", BASE);
        assertThat(step("/benchmark")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("`issue_comment` may not measure with `mode: all`");
    }

    @Test
    void a_comment_is_measured_by_the_commits_of_its_answer() throws Exception {
        environment.put("INPUT_MODE", "run");
        assertThat(step("/benchmark")).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("does not say which commits to measure");
    }
}
