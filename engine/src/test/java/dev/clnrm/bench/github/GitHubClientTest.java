package dev.clnrm.bench.github;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clnrm.bench.github.FakeGitHub.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHubClientTest {
    private static final String COMMENTS = "/repos/o/r/issues/7/comments";
    private static final String COMMENT = "/repos/o/r/issues/comments/\\d+";
    private static final String COMMIT = "3f2c1ab".repeat(5) + "00000";
    private static final String OTHER = "9d0e77c".repeat(5) + "00000";

    private final List<Duration> pauses = new ArrayList<>();
    private FakeGitHub github;
    private GitHubClient client;

    GitHubClientTest() throws IOException {
        github = new FakeGitHub();
        client = GitHubClient.of(github.destination(), pauses::add, Duration.ofSeconds(5));
    }

    @BeforeEach
    void open() {
        github.pullRequest(7, COMMIT, "fork:topic", OTHER);
    }

    @AfterEach
    void every_request_is_as_github_describes_it() {
        assertThat(github.violations()).isEmpty();
        github.close();
    }

    private static Message message(long run, int rank, String text) {
        return new Message("main", text, rank, new Order(run, 1), COMMIT);
    }

    private List<String> texts() {
        return github.comments().stream()
                .map(body -> body.replaceFirst("(?s)\\A(<!--.*?-->\n){2}", ""))
                .toList();
    }

    private Posted say(long run, int rank, String text) {
        return client.comment(7, message(run, rank, text));
    }

    @Test
    void the_first_result_is_said() {
        assertThat(say(1, 0, "all is well")).isInstanceOf(Posted.Done.class);
        assertThat(github.comments())
                .containsExactly("<!-- clnrm-bench:main -->\n<!-- run=1 attempt=1 rank=0 commit=" + COMMIT
                        + " -->\nall is well");
    }

    @Test
    void the_same_news_edits_the_comment() {
        say(1, 0, "all is well");
        List<Long> before = github.commentIds();
        say(2, 0, "still");
        assertThat(texts()).containsExactly("still");
        assertThat(github.commentIds()).isEqualTo(before);
    }

    @Test
    void worse_news_replaces_the_comment() {
        say(1, 0, "all is well");
        List<Long> before = github.commentIds();
        say(2, 5, "regressed");
        assertThat(texts()).containsExactly("regressed");
        assertThat(github.commentIds()).containsNoneIn(before);
    }

    @Test
    void better_news_edits_the_comment() {
        say(1, 5, "regressed");
        List<Long> before = github.commentIds();
        say(2, 0, "mended");
        assertThat(texts()).containsExactly("mended");
        assertThat(github.commentIds()).isEqualTo(before);
    }

    @Test
    void an_older_result_says_nothing_after_a_newer() {
        say(5, 0, "newer");
        assertThat(say(4, 5, "older")).isInstanceOf(Posted.Superseded.class);
        assertThat(texts()).containsExactly("newer");
    }

    private Posted sayAs(String job, int rank, String text) {
        return client.comment(7, of(job, rank, text));
    }

    private static Message of(String job, int rank, String text) {
        return new Message("main", text, rank, new Order(5, 1, job), COMMIT);
    }

    private static CheckRun checkOf(String job, CheckRun.Conclusion conclusion) {
        return new CheckRun("performance", of(job, 0, "text"), "title", conclusion, List.of(), "");
    }

    @Test
    void of_two_jobs_of_one_run_the_worse_result_stays() {
        say(4, 0, "earlier");
        assertThat(sayAs("aaaaaaaa", 5, "regressed")).isInstanceOf(Posted.Done.class);
        assertThat(sayAs("bbbbbbbb", 0, "all is well")).isInstanceOf(Posted.Shared.class);
        assertThat(texts()).containsExactly("regressed");
        assertThat(sayAs("aaaaaaaa", 4, "again")).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("again");
        assertThat(((Posted.Shared) sayAs("bbbbbbbb", 5, "worse")).because()).contains("give each job its own `key`");
        assertThat(texts()).containsExactly("worse");
        say(6, 0, "later");
        assertThat(texts()).containsExactly("later");
    }

    @Test
    void a_job_that_is_run_again_does_not_hide_the_failure_of_another() {
        sayAs("bbbbbbbb", 5, "regressed");
        Message again = new Message("main", "all is well", 0, new Order(5, 2, "aaaaaaaa"), COMMIT);
        assertThat(client.comment(7, again)).isInstanceOf(Posted.Shared.class);
        assertThat(texts()).containsExactly("regressed");
        Message mended = new Message("main", "mended", 0, new Order(5, 2, "bbbbbbbb"), COMMIT);
        assertThat(client.comment(7, mended)).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("mended");
    }

    @Test
    void two_jobs_of_one_run_at_once_leave_the_worse_result() {
        List<String> once = new ArrayList<>(List.of("once"));
        github.before(request -> {
            if (request.equals("POST " + COMMENTS) && once.remove("once")) {
                sayAs("aaaaaaaa", 5, "regressed");
            }
        });
        assertThat(sayAs("bbbbbbbb", 0, "all is well")).isInstanceOf(Posted.Shared.class);
        assertThat(texts()).containsExactly("regressed");
    }

    @Test
    void a_job_keeps_its_comment_from_before_jobs_were_distinguished() {
        say(5, 5, "regressed");
        assertThat(sayAs("aaaaaaaa", 0, "mended")).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("mended");
    }

    @Test
    void a_check_of_two_jobs_of_one_run_has_the_worse_result() {
        assertThat(client.check(checkOf("aaaaaaaa", CheckRun.Conclusion.NEUTRAL)))
                .isInstanceOf(Posted.Done.class);
        assertThat(client.check(checkOf("bbbbbbbb", CheckRun.Conclusion.FAILURE)))
                .isInstanceOf(Posted.Shared.class);
        assertThat(client.check(checkOf("aaaaaaaa", CheckRun.Conclusion.SUCCESS)))
                .isInstanceOf(Posted.Shared.class);
        assertThat(github.checks()).hasSize(1);
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");
        assertThat(client.check(checkOf("bbbbbbbb", CheckRun.Conclusion.SUCCESS)))
                .isInstanceOf(Posted.Done.class);
    }

    @Test
    void good_news_of_one_job_does_not_close_the_issue_of_another() {
        client.issue("weekly", of("aaaaaaaa", 5, "regressed"), true);
        assertThat(client.issue("weekly", of("bbbbbbbb", 0, "all is well"), false))
                .isInstanceOf(Posted.Shared.class);
        assertThat(github.issues().get(0).path("state").asText()).isEqualTo("open");
        assertThat(github.issues().get(0).path("body").asText()).endsWith("\nregressed");
    }

    @Test
    void steps_of_another_job_do_not_overwrite_those_of_the_first() {
        client.steps("stepped", of("aaaaaaaa", 0, "one").withKey("main/steps"));
        client.steps("stepped", of("bbbbbbbb", 0, "two").withKey("main/steps"));
        client.steps("stepped", of("cccccccc", 0, "three").withKey("main/steps"));
        assertThat(github.issues().get(0).path("body").asText()).endsWith("\none");
        assertThat(texts()).containsExactly("two", "three").inOrder();
    }

    @Test
    void two_runs_at_once_leave_the_newer() {
        List<String> once = new ArrayList<>(List.of("once"));
        github.before(request -> {
            if (request.equals("POST " + COMMENTS) && once.remove("once")) {
                say(6, 0, "newer");
            }
        });
        assertThat(say(5, 0, "older")).isInstanceOf(Posted.Superseded.class);
        assertThat(texts()).containsExactly("newer");
    }

    @Test
    void a_comment_deleted_meanwhile_is_said_again() {
        say(1, 0, "all is well");
        List<String> once = new ArrayList<>(List.of("once"));
        github.before(request -> {
            if (request.startsWith("PATCH ") && once.remove("once")) {
                github.deleteComments();
            }
        });
        assertThat(say(2, 0, "still")).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("still");
    }

    @Test
    void a_marker_in_somebody_elses_comment_is_not_ours() {
        github.comment("mallory", message(99, 0, "not ours").body());
        say(1, 0, "ours");
        assertThat(texts()).containsExactly("not ours", "ours").inOrder();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void a_lost_answer_to_a_new_comment_makes_no_second_one(int status) {
        github.fail(Fault.after("POST", COMMENTS, status));
        assertThat(say(1, 5, "regressed")).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("regressed");
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void a_lost_answer_to_a_replacing_comment_makes_no_second_one() {
        say(1, 0, "all is well");
        github.fail(Fault.after("POST", COMMENTS, 502));
        assertThat(say(2, 5, "regressed")).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("regressed");
    }

    @Test
    void failures_of_the_server_are_tried_again_with_longer_pauses() {
        github.fail(Fault.of("POST", COMMENTS, 500), Fault.of("POST", COMMENTS, 502), Fault.of("POST", COMMENTS, 503));
        assertThat(say(1, 0, "all is well")).isInstanceOf(Posted.Done.class);
        assertThat(pauses)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8))
                .inOrder();
    }

    @Test
    void a_failure_while_a_list_is_read_is_tried_again() {
        github.fail(Fault.of("GET", "/repos/o/r/commits/" + COMMIT + "/check-runs", 502));
        assertThat(client.check(check(0))).isInstanceOf(Posted.Done.class);
        assertThat(pauses).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void a_server_that_stays_down_is_given_up() {
        IntStream.range(0, 6).forEach(i -> github.fail(Fault.of("POST", COMMENTS, 502)));
        assertThat(say(1, 0, "all is well")).isEqualTo(new Posted.Failed("GitHub answered 502"));
        assertThat(pauses).hasSize(5);
    }

    @Test
    void silence_is_tried_again() throws IOException {
        GitHubClient hasty = GitHubClient.of(github.destination(), pauses::add, Duration.ofMillis(300));
        github.fail(new Fault("POST", COMMENTS, 0, Map.of(), true));
        assertThat(hasty.comment(7, message(1, 0, "all is well"))).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("all is well");
    }

    @Test
    void github_is_left_alone_as_long_as_it_asks() {
        github.fail(new Fault("POST", COMMENTS, 403, Map.of("Retry-After", "17"), false));
        assertThat(say(1, 0, "all is well")).isInstanceOf(Posted.Done.class);
        assertThat(pauses).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void an_hour_is_too_long_to_wait() {
        github.fail(new Fault("POST", COMMENTS, 403, Map.of("Retry-After", "3600"), false));
        assertThat(say(1, 0, "all is well")).isEqualTo(new Posted.Failed("GitHub asks to retry in 3600 s"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_token_that_may_only_read_is_refused_at_once() {
        github.readOnly();
        assertThat(say(1, 0, "all is well")).isEqualTo(new Posted.Refused("the token does not allow this (403)"));
        assertThat(client.check(check(0))).isInstanceOf(Posted.Refused.class);
        assertThat(client.issue("weekly", message(1, 5, "regressed"), true)).isInstanceOf(Posted.Refused.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void what_is_missing_is_refused() {
        assertThat(client.comment(8, message(1, 0, "all is well"))).isInstanceOf(Posted.Refused.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void what_github_takes_for_wrong_is_not_tried_again() {
        github.fail(Fault.of("POST", COMMENTS, 422));
        assertThat(say(1, 0, "all is well")).isEqualTo(new Posted.Failed("GitHub answered 422"));
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_lost_answer_to_an_edit_is_tried_again() {
        say(1, 0, "all is well");
        github.fail(Fault.after("PATCH", COMMENT, 500));
        assertThat(say(2, 0, "still")).isInstanceOf(Posted.Done.class);
        assertThat(texts()).containsExactly("still");
    }

    private static CheckRun check(int breaches) {
        return new CheckRun(
                "performance",
                message(1, 5, "regressed"),
                "regressed",
                CheckRun.Conclusion.FAILURE,
                IntStream.range(0, breaches)
                        .mapToObj(i -> new Breach("budgets.yaml", i + 1, "over budget", "case " + i))
                        .toList(),
                "");
    }

    @Test
    void fifty_annotations_are_sent_and_the_others_counted() {
        assertThat(client.check(check(120))).isInstanceOf(Posted.Done.class);
        assertThat(github.checks()).hasSize(1);
        assertThat(github.checks().get(0).path("output").path("annotations")).hasSize(50);
        assertThat(github.checks().get(0).path("output").path("summary").asText())
                .endsWith("\nAnnotations: the first 50; 70 more are omitted.\n");
        assertThat(github.requests().stream().filter(r -> r.contains("/check-runs") && !r.startsWith("GET")))
                .hasSize(1);
    }

    @Test
    void a_check_with_annotations_is_replaced_because_an_update_would_keep_them() {
        client.check(check(2));
        client.check(check(0));
        client.check(check(0));
        assertThat(github.checks()).hasSize(2);
        assertThat(github.checks().get(1).path("output").path("annotations")).isEmpty();
        assertThat(github.checks().get(1).path("name").asText()).isEqualTo("performance");
    }

    @Test
    void a_check_is_kept_up_to_date() {
        client.check(check(0));
        client.check(check(0));
        assertThat(github.checks()).hasSize(1);
        assertThat(github.checks().get(0).path("conclusion").asText()).isEqualTo("failure");
    }

    @Test
    void bad_news_opens_one_issue_and_good_news_closes_it() {
        client.issue("weekly", message(1, 0, "all is well"), false);
        assertThat(github.issues()).isEmpty();
        client.issue("weekly", message(2, 5, "regressed"), true);
        client.issue("weekly, two cases", message(3, 5, "still"), true);
        assertThat(github.issues()).hasSize(1);
        assertThat(github.issues().get(0).path("title").asText()).isEqualTo("weekly, two cases");
        assertThat(github.issues().get(0).path("body").asText()).endsWith("\nstill");
        client.issue("weekly", message(4, 0, "mended"), false);
        assertThat(github.issues().get(0).path("state").asText()).isEqualTo("closed");
    }

    private Posted step(long run, String text) {
        return client.steps("stepped", message(run, 0, text).withKey("main/steps"));
    }

    @Test
    void steps_open_an_issue_that_says_whose_it_is() {
        assertThat(step(1, "one")).isInstanceOf(Posted.Done.class);
        assertThat(github.issues()).hasSize(1);
        assertThat(github.issues().get(0).path("title").asText()).isEqualTo("stepped");
        assertThat(github.issues().get(0).path("body").asText())
                .isEqualTo(
                        "<!-- clnrm-bench:main/steps -->\n<!-- run=1 attempt=1 rank=0 commit=" + COMMIT + " -->\none");
    }

    @Test
    void later_steps_are_comments_on_it_and_what_it_said_stays() {
        step(1, "one");
        step(2, "two");
        step(3, "three");
        assertThat(github.issues()).hasSize(1);
        assertThat(github.issues().get(0).path("body").asText()).endsWith("\none");
        assertThat(github.issues().get(0).path("state").asText()).isEqualTo("open");
        assertThat(texts()).containsExactly("two", "three").inOrder();
        assertThat((long) github.commented(0))
                .isEqualTo(github.issues().get(0).path("number").asLong());
    }

    @Test
    void a_run_started_again_says_its_steps_once() {
        step(1, "one");
        step(1, "one again");
        step(2, "two");
        step(2, "two again");
        assertThat(github.issues().get(0).path("body").asText()).endsWith("\none again");
        assertThat(texts()).containsExactly("two again");
    }

    @Test
    void a_lost_answer_to_an_issue_of_steps_makes_no_second_one() {
        github.fail(Fault.after("POST", "/repos/o/r/issues", 502));
        assertThat(step(1, "one")).isInstanceOf(Posted.Done.class);
        assertThat(github.issues()).hasSize(1);
    }

    @Test
    void an_older_run_tells_of_no_step_after_a_newer() {
        step(5, "newer");
        assertThat(step(4, "older")).isInstanceOf(Posted.Superseded.class);
        assertThat(texts()).isEmpty();
    }

    @Test
    void an_issue_that_people_closed_is_left_alone() {
        step(1, "one");
        ((ObjectNode) github.issues().get(0)).put("state", "closed");
        step(2, "two");
        assertThat(github.issues()).hasSize(2);
        assertThat(github.issues().get(0).path("state").asText()).isEqualTo("closed");
        assertThat(github.issues().get(1).path("body").asText()).endsWith("\ntwo");
    }

    @Test
    void good_news_closes_no_issue_of_steps() {
        step(1, "one");
        client.issue("weekly", message(2, 5, "regressed"), true);
        client.issue("weekly", message(3, 0, "mended"), false);
        assertThat(github.issues().stream()
                        .map(issue -> issue.path("state").asText())
                        .toList())
                .containsExactly("open", "closed")
                .inOrder();
    }

    @Test
    void a_token_that_may_only_read_opens_no_issue_of_steps() {
        github.readOnly();
        assertThat(step(1, "one")).isInstanceOf(Posted.Refused.class);
        assertThat(github.issues()).isEmpty();
    }

    @Test
    void the_pull_request_of_a_fork_is_the_one_that_would_merge_the_commit() throws IOException {
        assertThat(client.pullRequests(COMMIT))
                .containsExactly(new PullRequest(
                        7, COMMIT, "fork:topic", OTHER, "main", Optional.of(Instant.parse("2026-01-31T12:00:00Z"))));
        assertThat(client.pullRequests(OTHER)).isEmpty();
        assertThat(new Proposal.Branch("fork", "topic").with(COMMIT, client)).isPresent();
        assertThat(new Proposal.Branch("fork", "topic").with(OTHER, client)).isEmpty();
        assertThat(new Proposal.Branch("mallory", "topic").with(COMMIT, client)).isEmpty();
        assertThat(new Proposal.Numbered(7).with(OTHER, client)).isEmpty();
    }

    @Test
    void a_branch_of_nobody_is_no_pull_requests() throws IOException {
        github.pullRequest(8, OTHER, ":gone", COMMIT);
        assertThat(new Proposal.Branch("", "gone").with(OTHER, client)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"type\":\"file\",\"name\":\"a\",\"path\":\"d/a\"}]",
                "{\"type\":\"symlink\",\"target\":\"/nowhere\",\"name\":\"d\",\"path\":\"d\"}",
                "{\"type\":\"submodule\",\"name\":\"d\",\"path\":\"d\"}",
                "{\"type\":\"file\",\"encoding\":\"none\",\"content\":\"\",\"name\":\"d\",\"path\":\"d\"}"
            })
    void what_is_no_small_file_has_no_text(String answer) throws IOException {
        github.entry("d", COMMIT, answer);
        NoTextException fault = assertThrows(NoTextException.class, () -> client.file("d", COMMIT));
        assertThat(fault).hasMessageThat().isEqualTo("d of the commit " + COMMIT + " is not a file of at most 1 MB");
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_pull_request_is_found_by_its_number_and_only_while_it_is_open() throws IOException {
        PullRequest found = client.pullRequest(7).orElseThrow();
        assertThat(found.head()).isEqualTo(COMMIT);
        assertThat(found.pushed()).hasValue(Instant.parse("2026-01-31T12:00:00Z"));
        github.pullRequest(8, COMMIT, "o:topic", OTHER);
        assertThat(client.pullRequest(8).orElseThrow().pushed()).isEmpty();
        github.closed(8);
        assertThat(client.pullRequest(8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"admin,true", "write,true", "read,false", "none,false"})
    void who_may_write_is_asked_of_github(String permission, boolean may) throws IOException {
        github.permission("somebody", permission);
        assertThat(client.mayWrite("somebody")).isEqualTo(may);
    }

    @Test
    void whoever_github_does_not_know_may_not_write() throws IOException {
        assertThat(client.mayWrite("nobody")).isFalse();
        assertThat(client.mayWrite("dependabot[bot]")).isFalse();
        assertThat(client.mayWrite("../../user")).isFalse();
    }

    @Test
    void a_file_is_read_as_it_is_in_a_commit() throws IOException {
        github.file("budgets.yaml", OTHER, "version: 1\n");
        assertThat(client.file("budgets.yaml", OTHER)).isEqualTo(Optional.of("version: 1\n"));
        assertThat(client.file("budgets.yaml", COMMIT)).isEmpty();
    }
}
