package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.github.FakeGitHub;
import dev.clnrm.bench.github.Order;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.SampleRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionStepTest {
    private static final String HEAD = "9d0e77c".repeat(5) + "00000";
    private static final String BASE = "3f2c1ab".repeat(5) + "00000";
    private static final String BUDGETS = "version: 1\nbudgets:\n  s/b:\n    time: at most 1 us\n";

    private static final String NO_RESULT = "🚫 **There is no result**: ";

    @TempDir
    private Path temporary = Path.of("");

    private final FakeGitHub github;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    ActionStepTest() throws IOException {
        github = new FakeGitHub();
    }

    @BeforeEach
    void workspace() throws IOException {
        Path bundle = temporary.resolve("bundle");
        try (RunFolder run = RunFolder.createAt(temporary.resolve("run"), SampleRun.begun(Instant.EPOCH))) {
            run.end(run.manifest().ended(RunManifest.State.FINISHED, RunEnd.NONE, Instant.EPOCH));
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
                        + "\"id\":12,\"run_attempt\":1}}");
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
        assertThat(github.comments().get(0)).contains("where the base has {time: at most 1 us}");
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");
        assertThat(Files.readString(temporary.resolve("output"))).contains("over-budget");
        assertThat(said()).contains("::error file=budgets.yaml,line=");
        assertThat(Files.readString(temporary.resolve("output"))).contains("clnrm-bench-run/report.html");
        assertThat(Files.readString(temporary.resolve("clnrm-bench-run/report.html")))
                .contains("<!doctype html>");
    }

    @Test
    void a_renamed_workflow_whose_numbers_begin_again_is_newer() throws Exception {
        github.comment(
                "github-actions[bot]",
                "<!-- clnrm-bench:main -->\n<!-- run=500 attempt=1 rank=5 commit=" + HEAD + " -->\nregressed");
        Files.writeString(
                temporary.resolve("event.json"),
                Files.readString(temporary.resolve("event.json"))
                        .replace("\"id\":12,", "\"id\":12345678901,\"run_number\":1,"));
        assertThat(step()).isEqualTo(1);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.comments().get(0)).contains("\n<!-- run=12345678901 attempt=1 rank=4 ");
    }

    @Test
    void an_error_says_that_two_jobs_of_one_run_need_a_key_each() throws Exception {
        step();
        environment.put("INPUT_JAVA-VERSION", "25");
        assertThat(step()).isEqualTo(1);
        assertThat(said()).contains("::error title=clnrm-bench::The comment shows the worst result only");
        assertThat(github.comments()).hasSize(1);
    }

    @Test
    void a_part_of_a_run_that_publishes_needs_a_key() throws Exception {
        push("all");
        environment.putAll(Map.of("INPUT_GITHUB-TOKEN", "a-token", "INPUT_SHARD", "1/4"));
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("`shard` with `mode: all` needs a `key`");
    }

    @Test
    void results_are_ordered_by_the_id_of_the_run() {
        Order order = Event.order(
                Map.of("GITHUB_RUN_ID", "12345678901", "GITHUB_RUN_NUMBER", "1", "GITHUB_RUN_ATTEMPT", "2"));
        assertThat(order.run()).isEqualTo(12_345_678_901L);
        assertThat(order.attempt()).isEqualTo(2);
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
    void a_job_of_the_pull_request_itself_may_report() throws Exception {
        environment.put("GITHUB_EVENT_NAME", "pull_request");
        Files.writeString(
                temporary.resolve("event.json"),
                "{\"pull_request\":{\"number\":7,\"base\":{\"sha\":\"" + BASE + "\"},\"head\":{\"sha\":\"" + HEAD
                        + "\",\"ref\":\"topic\",\"repo\":{\"owner\":{\"login\":\"mallory\"}}}}}");
        assertThat(step()).isEqualTo(1);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.commented(0)).isEqualTo(7);
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
    void a_commit_that_is_also_proposed_to_another_branch_does_not_pass() throws Exception {
        github.file("budgets.yaml", HEAD, "version: 1\n").pullRequest(8, HEAD, "mallory:topic", HEAD, "release-2.x");
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("pull requests into different branches have this commit: #7, #8");
        assertThat(github.comments().get(0)).contains("close all but one, then close and reopen that one");
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");

        github.pullRequest(8, HEAD, "mallory:also", HEAD, "release-2.x");
        assertThat(step()).isEqualTo(2);

        github.closed(8).pullRequest(9, HEAD, "mallory:also", BASE);
        assertThat(step()).isEqualTo(1);
        assertThat(github.commented(0)).isEqualTo(7);
    }

    @Test
    void a_bundle_that_says_another_commit_is_refused() throws Exception {
        Path run = temporary.resolve("bundle/run.json");
        String text = Files.readString(run);
        String other = text.replaceFirst(
                "\"sections\" : \\{", "\"sections\" : {\"sides\":{\"head\":{\"commit\":\"" + BASE + "\"}},");
        assertThat(other).isNotEqualTo(text);
        Files.writeString(run, other);
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("contains a run of another commit than the workflow measured");
        assertThat(github.comments().get(0))
                .endsWith(" -->\n" + NO_RESULT + "`contains a run of another commit than the workflow measured`\n");
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");
    }

    @Test
    void a_measurement_that_ends_without_a_run_takes_the_place_of_an_earlier_result() throws Exception {
        push("all");
        freshCheckout();
        environment.putAll(Map.of("INPUT_GITHUB-TOKEN", "a-token", "GITHUB_SHA", HEAD));
        assertThat(step()).isNotEqualTo(0);
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");
        assertThat(github.checks().get(0).path("output").path("summary").asText())
                .contains(NO_RESULT + "`the measuring command ended with status ");
    }

    @Test
    void a_fault_of_this_program_does_not_end_with_the_status_of_a_regression() throws Exception {
        environment.put("GITHUB_API_URL", "no address");
        assertThat(step()).isEqualTo(70);
        assertThat(said()).contains("internal error; please report it with the following text%0Ajava.lang.");
    }

    @Test
    void a_head_whose_budgets_file_is_a_folder_is_judged_by_the_file_of_the_base() throws Exception {
        github.entry("budgets.yaml", HEAD, "[]");
        assertThat(step()).isEqualTo(1);
        assertThat(github.comments().get(0)).contains("it cannot be read any more");
    }

    @Test
    void a_base_whose_budgets_file_is_a_folder_gives_no_result() throws Exception {
        github.entry("budgets.yaml", BASE, "[]");
        assertThat(step()).isEqualTo(3);
        assertThat(github.comments().get(0)).contains(NO_RESULT + "`budgets.yaml of the commit " + BASE);
    }

    @Test
    void a_waiver_that_expired_on_the_base_does_not_block_the_change_that_removes_it() throws Exception {
        String waived = BUDGETS + "waivers: [{case: s/b, until: 2020-01-01, because: a reason}]\n";
        github.file("budgets.yaml", BASE, waived).file("budgets.yaml", HEAD, BUDGETS);
        assertThat(step()).isEqualTo(1);
        assertThat(github.comments().get(0)).contains("waivers, s/b: nothing, where the base has");
        github.file("budgets.yaml", HEAD, waived);
        assertThat(step()).isEqualTo(2);
        assertThat(github.comments().get(0)).contains("has expired");
    }

    @Test
    void a_pull_request_from_a_fork_that_was_deleted_gets_no_check() throws Exception {
        Files.writeString(
                temporary.resolve("event.json"),
                Files.readString(temporary.resolve("event.json"))
                        .replaceFirst("\"head_repository\":\\{.*?\\}\\}", "\"head_repository\":null"));
        github.file("budgets.yaml", HEAD, BUDGETS.replace("1 us", "9 s"));
        step();
        assertThat(github.checks()).isEmpty();
        assertThat(github.comments()).isEmpty();
        assertThat(Files.readString(temporary.resolve("summary"))).contains("no open pull request has this commit");
    }

    @Test
    void a_queued_change_is_judged_by_the_file_of_its_base_and_owes_it() throws Exception {
        environment.put("GITHUB_EVENT_NAME", "merge_group");
        Files.writeString(
                temporary.resolve("event.json"),
                "{\"merge_group\":{\"head_sha\":\"" + HEAD + "\",\"base_sha\":\"" + BASE + "\"}}");
        String loose = BUDGETS.replace("1 us", "9 s");
        github.file("budgets.yaml", HEAD, loose);
        assertThat(step()).isEqualTo(1);
        assertThat(Files.readString(temporary.resolve("output"))).contains("over-budget");
        github.file("budgets.yaml", BASE, loose);
        assertThat(step()).isEqualTo(3);
    }

    @Test
    void a_queued_change_is_not_reported_by_another_workflow() throws Exception {
        Files.writeString(
                temporary.resolve("event.json"),
                Files.readString(temporary.resolve("event.json")).replace("pull_request", "merge_group"));
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("does not say which base a merge queue measured");
        assertThat(github.checks()).isEmpty();
    }

    @Test
    void no_base_is_owed_if_the_workflow_compares_nothing() throws Exception {
        github.file("budgets.yaml", BASE, BUDGETS.replace("1 us", "9 s"));
        assertThat(step()).isEqualTo(3);
        environment.put("INPUT_BASE", "none");
        Files.writeString(
                temporary.resolve("event.json"),
                Files.readString(temporary.resolve("event.json")).replace("\"id\":12,", "\"id\":13,"));
        assertThat(step()).isEqualTo(0);
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("success");
    }

    @Test
    void what_a_comment_asked_for_is_reported_on_its_pull_request() throws Exception {
        Files.writeString(temporary.resolve("event.json"), "{\"issue\":{\"number\":7,\"pull_request\":{}}}");
        environment.putAll(Map.of(
                "GITHUB_EVENT_NAME", "issue_comment", "INPUT_HEAD", HEAD, "INPUT_BASE", BASE, "INPUT_KEY", "asked"));
        assertThat(step()).isEqualTo(1);
        assertThat(github.comments().get(0)).startsWith("<!-- clnrm-bench:asked -->");
        assertThat(github.checks().get(0).path("head_sha").asText()).isEqualTo(HEAD);
    }

    @Test
    void a_commit_is_not_taken_from_an_input_where_the_event_names_it() throws Exception {
        environment.putAll(Map.of("INPUT_HEAD", HEAD, "INPUT_BASE", BASE));
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("leave out `head` and `base`");
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
        assertThat(said()).contains("use one of run, report, all, answer");
    }

    private void git(String... words) throws Exception {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(words));
        assertThat(new ProcessBuilder(line)
                        .directory(temporary.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isEqualTo(0);
    }

    /** As `actions/checkout@v4` leaves a repository. */
    private void freshCheckout() throws Exception {
        git("init", "-q");
        git("remote", "add", "origin", "https://github.com/o/r");
        git("config", "--local", "http.https://github.com/.extraheader", "AUTHORIZATION: basic eA==");
    }

    @Test
    void a_fresh_checkout_runs_without_the_token_it_left_and_that_is_said() throws Exception {
        push("run");
        freshCheckout();
        step();

        assertThat(Files.readString(temporary.resolve(".git/config"))).doesNotContain("eA==");
        assertThat(said())
                .contains("::warning title=clnrm-bench::removed the token that actions/checkout left in .git/config");
        assertThat(said()).contains("with: {persist-credentials: false}");
        assertThat(said()).doesNotContain("eA==");
        // It measures: what is missing here is a project.
        assertThat(said()).contains("::stop-commands::");
        assertThat(Files.readString(temporary.resolve("output"))).contains("could-not-measure");
    }

    @Test
    void a_token_in_a_file_of_its_own_and_in_a_submodule_is_removed() throws Exception {
        push("run");
        freshCheckout();
        git("config", "--local", "--unset-all", "http.https://github.com/.extraheader");
        // As `actions/checkout@v6` does.
        Path runner = Files.createDirectory(temporary.resolve("runner"));
        Path own = runner.resolve("git-credentials-1.config");
        git("config", "--file", own.toString(), "http.https://github.com/.extraheader", "AUTHORIZATION: basic eA==");
        git("config", "--local", "includeIf.gitdir:" + temporary.toRealPath() + "/.git.path", own.toString());
        Path module = Files.createDirectories(temporary.resolve(".git/modules/deep/er"))
                .resolve("config");
        git("config", "--file", module.toString(), "http.https://github.com/.extraheader", "AUTHORIZATION: basic eA==");
        environment.put("RUNNER_TEMP", runner.toString());
        step();

        assertThat(Files.readString(own)).doesNotContain("eA==");
        assertThat(Files.readString(module)).doesNotContain("eA==");
        assertThat(said()).contains("removed the token");
    }

    @Test
    void a_password_in_an_address_is_refused_with_what_to_write() throws Exception {
        push("run");
        freshCheckout();
        git("remote", "set-url", "origin", "https://x-access-token:eA==@github.com/o/r");

        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("with: {persist-credentials: false}");
        assertThat(said()).contains("git remote set-url origin");
        assertThat(said()).doesNotContain("eA==");
        assertThat(said()).doesNotContain("::stop-commands::");
    }

    @Test
    void mode_run_takes_no_token() throws Exception {
        push("run");
        environment.put("INPUT_GITHUB-TOKEN", "a-token");
        assertThat(step()).isEqualTo(2);
        assertThat(said()).contains("`mode: run` takes no token");
    }

    @Test
    void what_a_first_stage_left_out_would_not_be_believed() throws Exception {
        for (String mode : List.of("run", "report", "answer")) {
            environment.put("INPUT_MODE", mode);
            environment.put("INPUT_AFFECTED", "true");
            assertThat(step()).isEqualTo(2);
            assertThat(said()).contains("`affected: true` has no effect with `mode: " + mode + "`");
        }
    }

    private void push(String mode) throws IOException {
        environment.put("INPUT_MODE", mode);
        environment.put("GITHUB_EVENT_NAME", "push");
        environment.put("PATH", System.getenv("PATH"));
        environment.remove("INPUT_GITHUB-TOKEN");
        Files.writeString(temporary.resolve("event.json"), "{}");
    }
}
