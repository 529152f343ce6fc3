package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.publish.github.FakeGitHub;
import dev.clnrm.bench.store.RunFolder;
import dev.clnrm.bench.store.RunInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTest {
    private static final String HEAD = "9d0e77c".repeat(5) + "00000";
    private static final String BASE = "3f2c1ab".repeat(5) + "00000";
    private static final String BUDGETS = "version: 1\nbudgets:\n  s/b:\n    time: at most 1 us\n";

    @TempDir
    private Path temporary = Path.of("");

    private final FakeGitHub github;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    StepTest() throws IOException {
        github = new FakeGitHub();
    }

    @BeforeEach
    void workspace() throws IOException {
        Path bundle = temporary.resolve("bundle");
        try (RunFolder run = RunFolder.createAt(temporary.resolve("run"), Instant.EPOCH, Map.of())) {
            run.end(RunInfo.State.FINISHED, Instant.EPOCH);
        }
        Files.createDirectory(bundle);
        Files.copy(temporary.resolve("run/run.json"), bundle.resolve("run.json"));
        StringBuilder forks = new StringBuilder();
        for (int fork = 0; fork < 6; fork++) {
            forks.append(
                    "{\"format\":1,\"case\":{\"suite\":\"s\",\"benchmark\":\"b\",\"params\":{}},\"side\":\"head\",\"fork\":"
                            + fork + ",\"order\":" + fork
                            + ",\"started\":\"2026-01-31T12:00:00Z\",\"mode\":\"avgt\",\"threads\":1,\"startup\":0.2,\"iteration\":0.1,"
                            + "\"warmup\":[],\"steady\":true,\"values\":[2.0e-6,2.01e-6,2.0" + fork + "e-6]}\n");
        }
        Files.writeString(bundle.resolve("samples.ndjson"), forks);
        Files.writeString(
                temporary.resolve("event.json"),
                "{\"workflow_run\":{\"event\":\"pull_request\",\"head_sha\":\"" + HEAD
                        + "\",\"head_branch\":\"topic\",\"head_repository\":{\"owner\":{\"login\":\"mallory\"}},"
                        + "\"run_number\":12,\"run_attempt\":1}}");
        github.pullRequest(7, HEAD, "mallory:topic", BASE).file("budgets.yaml", BASE, BUDGETS);
        environment.putAll(Map.of(
                "INPUT_MODE", "report",
                "INPUT_GITHUB-TOKEN", "a-token",
                "GITHUB_EVENT_NAME", "workflow_run",
                "GITHUB_EVENT_PATH", temporary.resolve("event.json").toString(),
                "GITHUB_API_URL", github.address().toString(),
                "GITHUB_REPOSITORY", "o/r",
                "GITHUB_WORKSPACE", temporary.toString(),
                "GITHUB_OUTPUT", temporary.resolve("output").toString(),
                "GITHUB_STEP_SUMMARY", temporary.resolve("summary").toString()));
    }

    @AfterEach
    void every_request_is_as_github_describes_it() {
        assertThat(github.violations()).isEmpty();
        github.close();
    }

    private int step() throws InterruptedException {
        return ActionMain.run(environment, new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_bundle_of_a_fork_is_judged_by_the_budgets_of_the_base() throws Exception {
        github.file("budgets.yaml", HEAD, BUDGETS.replace("1 us", "9 s"));
        assertThat(step()).isEqualTo(1);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.comments().get(0)).startsWith("<!-- clnrm-bench:main -->\n<!-- run=12 attempt=1 rank=4 ");
        assertThat(github.comments().get(0)).contains("where the base has 1 us");
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");
        assertThat(Files.readString(temporary.resolve("output"))).contains("over-budget");
        assertThat(said()).contains("::error file=budgets.yaml,line=");
        assertThat(Files.readString(temporary.resolve("output"))).contains("clnrm-bench-run/report.html");
        assertThat(Files.readString(temporary.resolve("clnrm-bench-run/report.html")))
                .contains("<!doctype html>");
    }

    @Test
    void a_report_is_written_over_a_link_and_not_through_it() throws Exception {
        Path aim = Files.writeString(temporary.resolve("aim"), "as it was");
        Files.createDirectory(temporary.resolve("clnrm-bench-run"));
        Files.createSymbolicLink(temporary.resolve("clnrm-bench-run/report.html"), aim);
        step();
        assertThat(Files.readString(aim)).isEqualTo("as it was");
        assertThat(Files.isRegularFile(temporary.resolve("clnrm-bench-run/report.html"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void a_report_is_not_written_into_a_folder_that_is_a_link() throws Exception {
        Path aim = Files.createDirectory(temporary.resolve("aim"));
        Files.createSymbolicLink(temporary.resolve("clnrm-bench-run"), aim);
        step();
        assertThat(aim.resolve("report.html").toFile().exists()).isFalse();
        assertThat(said()).contains("is a link");
        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void a_token_that_may_only_read_changes_no_verdict() throws Exception {
        github.readOnly();
        assertThat(step()).isEqualTo(1);
        assertThat(github.comments()).isEmpty();
        assertThat(Files.readString(temporary.resolve("summary"))).contains("The comment was not written");
    }

    @Test
    void a_commit_that_is_no_head_any_more_gets_no_comment() throws Exception {
        Files.writeString(
                temporary.resolve("event.json"),
                Files.readString(temporary.resolve("event.json")).replace(HEAD, BASE));
        step();
        assertThat(github.comments()).isEmpty();
        assertThat(github.checks()).isEmpty();
        assertThat(Files.readString(temporary.resolve("summary"))).contains("no open pull request has this commit");
    }

    @Test
    void a_bundle_that_says_another_commit_is_refused() throws Exception {
        Path run = temporary.resolve("bundle/run.json");
        Files.writeString(
                run,
                Files.readString(run)
                        .replaceFirst(
                                "\"sections\" : \\{ ?\\}",
                                "\"sections\":{\"sides\":{\"head\":{\"commit\":\"" + BASE + "\"}}}"));
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("holds a run of another commit than the workflow measured");
        assertThat(github.comments()).isEmpty();
    }

    @Test
    void what_measures_refuses_a_dangerous_event() throws Exception {
        environment.put("INPUT_MODE", "run");
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("`workflow_run` may not measure");
    }

    @Test
    void an_unknown_mode_is_refused() throws Exception {
        environment.put("INPUT_MODE", "publish");
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("the modes are run, report, all");
    }

    @Test
    void a_token_the_checkout_keeps_is_refused() throws Exception {
        push("run");
        new ProcessBuilder("git", "init", "-q")
                .directory(temporary.toFile())
                .start()
                .waitFor();
        new ProcessBuilder("git", "config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic eA==")
                .directory(temporary.toFile())
                .start()
                .waitFor();
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("persist-credentials: false");
        assertThat(said()).doesNotContain("eA==");
    }

    @Test
    void mode_run_takes_no_token() throws Exception {
        push("run");
        environment.put("INPUT_GITHUB-TOKEN", "a-token");
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("`mode: run` takes no token");
    }

    private void push(String mode) throws IOException {
        environment.put("INPUT_MODE", mode);
        environment.put("GITHUB_EVENT_NAME", "push");
        environment.put("PATH", System.getenv("PATH"));
        environment.remove("INPUT_GITHUB-TOKEN");
        Files.writeString(temporary.resolve("event.json"), "{}");
    }
}
