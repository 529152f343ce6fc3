package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;

import dev.clnrm.bench.github.FakeGitHub;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command below a published comment measures the same again. */
class RepeatedCommandTest {
    @TempDir
    private Path workspace = Path.of("");

    private String comment(String java) throws Exception {
        try (FakeGitHub github = new FakeGitHub()) {
            PullRequestBundle bundle = new PullRequestBundle(workspace).write();
            bundle.replace("run.json", "\"seed\"", "\"arguments\" : [\"--java\", \"" + java + "\"], \"seed\"");
            Map<String, String> environment = bundle.environment(github);
            github.file("perf/budgets.yaml", PullRequestBundle.BASE, "version: 1\n");
            environment.put("INPUT_BUDGETS-FILE", "perf/budgets.yaml");
            ActionMain.run(environment, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
            return github.comments().get(0);
        }
    }

    @Test
    void with_the_file_and_the_jdk() throws Exception {
        assertThat(comment("25")).contains(" --file perf/budgets.yaml --java 25 --only s/slower");
    }

    @Test
    void without_what_is_no_release_of_a_jdk() throws Exception {
        assertThat(comment("/tmp/jdk")).contains(" --file perf/budgets.yaml --only s/slower");
    }
}
