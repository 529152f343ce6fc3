package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.git.Sandbox;
import dev.clnrm.bench.github.Order;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparedCommitTest {
    /** A release, and no file but the head's to judge. */
    private static final ComparedCommit.Compared BESIDE_RELEASE =
            new ComparedCommit.Compared("latest-release", Optional.empty());

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private String release = "";
    private String between = "";
    private String head = "";

    @BeforeEach
    void three_commits() throws Exception {
        Sandbox repository = Sandbox.at(folder);
        release = repository.write("a", "1").commit("release");
        between = repository.write("a", "2").commit("between");
        head = repository.write("a", "3").commit("head");
    }

    private Optional<ComparedCommit.Compared> base(boolean scheduled, Mode mode, String... word) throws Exception {
        return base(scheduled, Optional.empty(), mode, word);
    }

    private Optional<ComparedCommit.Compared> base(
            boolean scheduled, Optional<String> proposedTo, Mode mode, String... word) throws Exception {
        Event event = new Event(
                scheduled ? "schedule" : "push",
                head,
                proposedTo,
                Optional.empty(),
                Optional.empty(),
                new Order(1, 1),
                scheduled,
                true,
                false);
        return new ComparedCommit(folder, System.getenv(), event)
                .of(
                        Optional.of(String.join("", word)).filter(text -> !text.isEmpty()),
                        mode,
                        new WorkflowLog(new PrintStream(out, true, StandardCharsets.UTF_8)));
    }

    private void tag() throws Exception {
        Sandbox.of(folder).git("tag", "v1.0", release);
    }

    @Test
    void a_scheduled_run_is_compared_with_the_newest_release() throws Exception {
        tag();

        assertThat(base(true, Mode.ALL)).hasValue(BESIDE_RELEASE);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("measured in turns with the newest release, v1.0");
        assertThat(base(false, Mode.ALL)).isEmpty();
        assertThat(base(true, Mode.RUN)).isEmpty();
    }

    @Test
    void what_the_workflow_says_is_stronger() throws Exception {
        tag();

        assertThat(base(true, Mode.ALL, between)).hasValue(new ComparedCommit.Compared(between, Optional.of(between)));
        assertThat(base(true, Mode.ALL, "v1.0")).hasValue(new ComparedCommit.Compared(release, Optional.of(release)));
        assertThat(base(true, Mode.ALL, "none")).isEmpty();
        assertThat(base(false, Mode.RUN, "latest-release")).hasValue(BESIDE_RELEASE);
    }

    @Test
    void a_proposed_change_beside_a_release_is_judged_by_the_file_of_its_own_base() throws Exception {
        tag();

        assertThat(base(false, Optional.of(between), Mode.RUN, "latest-release"))
                .hasValue(new ComparedCommit.Compared("latest-release", Optional.of(between)));
    }

    @Test
    void a_branch_of_the_name_is_no_release() throws Exception {
        tag();
        Sandbox.of(folder).git("branch", "latest-release", between);

        assertThat(base(false, Mode.RUN, "latest-release"))
                .hasValue(new ComparedCommit.Compared(between, Optional.of(between)));
    }

    @Test
    void without_a_release_a_scheduled_run_stands_alone_and_says_so() throws Exception {
        assertThat(base(true, Mode.ALL)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("contains no release");
    }
}
