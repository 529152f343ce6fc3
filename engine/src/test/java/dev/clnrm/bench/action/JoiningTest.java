package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clnrm.bench.app.Publication;
import dev.clnrm.bench.git.CommitGraph;
import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.github.Destination;
import dev.clnrm.bench.github.FakeGitHub;
import dev.clnrm.bench.github.GitHubClient;
import dev.clnrm.bench.github.Order;
import dev.clnrm.bench.judge.Selection;
import dev.clnrm.bench.judge.Strictness;
import dev.clnrm.bench.runs.CheckedOut;
import dev.clnrm.bench.runs.MeasuredCode;
import dev.clnrm.bench.runs.RunEnd;
import dev.clnrm.bench.runs.RunFolder;
import dev.clnrm.bench.runs.RunManifest;
import dev.clnrm.bench.runs.SampleRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {
    private static final String COMMIT = "9d0e77c".repeat(5) + "00000";
    private static final Instant FIRST = Instant.parse("2026-01-31T12:00:00Z");
    private static final Publication.Places PLACES =
            new Publication.Places("https://github.com/o/r", "https://github.com/o/r/actions/runs/42");

    @TempDir
    private Path workspace = Path.of("");

    @TempDir
    private Path outside = Path.of("");

    private final FakeGitHub github;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    JoiningTest() throws IOException {
        github = new FakeGitHub();
    }

    @BeforeEach
    void eight_weeks() throws IOException {
        for (int week = 0; week < 8; week++) {
            run(workspace.resolve("history/week-" + week), week, 1);
        }
    }

    @AfterEach
    void every_request_is_as_github_describes_it() {
        assertThat(github.violations()).isEmpty();
        github.close();
    }

    private static RunManifest manifest(Instant started) {
        CheckedOut head = new CheckedOut(Optional.of("main"), Optional.of(COMMIT), false);
        return RunManifest.begin(
                started,
                SampleRun.REQUEST,
                new MeasuredCode(Map.of("head", head), Optional.empty()),
                Optional.empty(),
                SampleRun.CASES,
                Optional.empty());
    }

    private static Path run(Path folder, int week, double factor) throws IOException {
        Instant started = FIRST.plusSeconds(604_800L * week);
        try (RunFolder run = RunFolder.createAt(folder, manifest(started))) {
            run.end(run.manifest().ended(RunManifest.State.FINISHED, RunEnd.NONE, started));
        }
        StringBuilder forks = new StringBuilder();
        for (int fork = 0; fork < 5; fork++) {
            forks.append(PullRequestBundle.fork("b", "head", fork, factor * (1 + week % 2 * 0.001)));
        }
        Files.writeString(folder.resolve("samples.ndjson"), forks);
        return folder;
    }

    private Reporting reporting() {
        return new Reporting(
                new StepFiles(Map.of(
                        "GITHUB_OUTPUT", outside.resolve("output").toString(),
                        "GITHUB_STEP_SUMMARY", outside.resolve("summary").toString())),
                new WorkflowLog(new PrintStream(log, true, StandardCharsets.UTF_8)));
    }

    private Joining.Joined join(int week, double factor) throws Exception {
        Path copy = Files.createDirectory(outside.resolve("copy-" + week));
        Path run = run(outside.resolve("run-" + week), week, factor);
        Joining.Joined joined = new Joining(
                        StepHistory.of(KeptHistory.taken(workspace, "history", copy)),
                        workspace,
                        reporting(),
                        "budgets.yaml",
                        Optional.empty(),
                        CommitGraph.UNKNOWN)
                .join(run, "out", PLACES);
        return joined;
    }

    @Test
    void a_dashboard_is_named_after_the_history_was_put_back() throws Exception {
        Files.writeString(workspace.resolve(".history.new"), "");
        Files.createDirectory(outside.resolve("output"));
        assertThrows(IOException.class, () -> join(8, 1));
        assertThat(kept()).isEqualTo(9);
        assertThat(Files.exists(workspace.resolve("out/dashboard/index.html"))).isTrue();
    }

    private void say(int week, boolean issue, Joining.Joined joined) throws IOException {
        Publication publication = new Publication(
                COMMIT,
                Optional.empty(),
                Optional.empty(),
                "budgets.yaml",
                "main",
                new Order(week, 1),
                issue,
                PLACES,
                Strictness.USUAL,
                Selection.ALL);
        publication.say(
                joined.stepped().orElseThrow(), GitHubClient.of(new Destination(github.address(), "o/r", "a-token")));
    }

    private long kept() throws IOException {
        try (Stream<Path> runs = Files.list(workspace.resolve("history"))) {
            return runs.count();
        }
    }

    @Test
    void a_run_that_steps_joins_the_others_and_opens_an_issue() throws Exception {
        Joining.Joined joined = join(8, 1.25);
        say(8, true, joined);
        assertThat(kept()).isEqualTo(9);
        assertThat(joined.written()).containsExactly(workspace.resolve("out/dashboard"), workspace.resolve("history"));
        assertThat(Files.exists(workspace.resolve("out/dashboard/index.html"))).isTrue();
        assertThat(github.issues()).hasSize(1);
        assertThat(github.issues().get(0).path("title").asText()).isEqualTo("Performance: 1 new change point, slower");
        String body = github.issues().get(0).path("body").asText();
        assertThat(body).startsWith("<!-- clnrm-bench:main/steps -->\n");
        assertThat(body).contains("| `s/b`<br>avgt |");
        assertThat(body).contains("[`9d0e77c`](https://github.com/o/r/commit/" + COMMIT + ")");
        assertThat(body).contains("clnrm-bench history s/b");
        assertThat(Files.readString(outside.resolve("summary"))).contains("### Change points");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .isEqualTo("::notice::Performance: 1 new change point, slower" + System.lineSeparator());
    }

    @Test
    void the_next_run_says_nothing_of_it_again() throws Exception {
        say(8, true, join(8, 1.25));
        Joining.Joined next = join(9, 1.25);
        say(9, true, next);
        assertThat(next.stepped().orElseThrow().steps()).isEmpty();
        assertThat(kept()).isEqualTo(10);
        assertThat(github.comments()).isEmpty();
        assertThat(github.issues()).hasSize(1);
    }

    private Joining.Joined joinBranch(int week, double factor) throws Exception {
        if (Files.notExists(outside.resolve("server"))) {
            Sandbox.at(outside.resolve("server/o/r"));
        }
        StepHistory history = StepHistory.of(
                "git:performance",
                workspace,
                Files.createDirectory(outside.resolve("scratch-" + week)),
                outside.resolve("server").toUri().toString(),
                new Destination(github.address(), "o/r", "a-token"),
                System.getenv());
        return new Joining(history, workspace, reporting(), "budgets.yaml", Optional.empty(), CommitGraph.UNKNOWN)
                .join(run(outside.resolve("run-" + week), week, factor), "out", PLACES);
    }

    @Test
    void runs_join_a_branch_of_the_repository() throws Exception {
        for (int week = 0; week < 8; week++) {
            assertThat(joinBranch(week, 1).stepped().orElseThrow().steps()).isEmpty();
        }
        Joining.Joined joined = joinBranch(8, 1.25);
        assertThat(joined.stepped().orElseThrow().steps()).isNotEmpty();
        assertThat(joined.written()).containsExactly(workspace.resolve("out/dashboard"));
        assertThat(Sandbox.of(outside.resolve("server/o/r")).git("rev-list", "--count", "performance"))
                .isEqualTo("9");
    }

    @Test
    void a_run_that_cannot_be_added_is_a_warning() throws Exception {
        joinBranch(0, 1);
        Sandbox server = Sandbox.of(outside.resolve("server/o/r"));
        server.git("checkout", "-q", "performance");
        Joining.Joined joined = joinBranch(1, 1);
        assertThat(joined.stepped()).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "::warning title=clnrm-bench::The run is not in git:performance: the run is in the branch of this clone, but it was not"
                                + " pushed: ");
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("a-token");
    }

    @Test
    void a_later_step_is_a_comment() throws Exception {
        say(8, true, join(8, 1.25));
        for (int week = 9; week < 16; week++) {
            say(week, true, join(week, 1.25));
        }
        say(16, true, join(16, 0.8));
        assertThat(github.issues()).hasSize(1);
        assertThat(github.comments()).hasSize(1);
        assertThat(github.comments().get(0)).startsWith("<!-- clnrm-bench:main/steps-16 -->\n");
        assertThat(github.comments().get(0)).contains("1 new change point, faster");
    }

    @Test
    void where_no_issue_is_wanted_the_job_says_it_alone() throws Exception {
        say(8, false, join(8, 1.25));
        assertThat(github.issues()).isEmpty();
        assertThat(Files.readString(outside.resolve("summary"))).contains("1 new change point, slower");
    }

    @Test
    void a_run_like_the_others_says_nothing() throws Exception {
        say(8, true, join(8, 1));
        assertThat(github.issues()).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
