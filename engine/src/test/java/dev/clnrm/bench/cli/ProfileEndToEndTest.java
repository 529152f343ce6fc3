package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.faulty.FaultySuite;
import dev.clnrm.bench.faulty.SoundSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ProfileEndToEndTest {
    private final ProjectFolder project;
    private final Path graphs;

    ProfileEndToEndTest(@TempDir Path folder) {
        this.project = new ProjectFolder(folder);
        this.graphs = folder.resolve("graphs");
    }

    private CommandLineRun profile(String... words) throws Exception {
        List<String> all = new ArrayList<>(
                List.of("profile", "-f", project.file().toString(), "--for", "1 s", "--out", graphs.toString()));
        all.addAll(List.of(words));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    @Test
    void a_case_has_methods_and_a_graph_that_needs_no_network() throws Exception {
        project.declare(SoundSuite.class);
        CommandLineRun run = profile("sound/allocating", "--format", "json");

        assertWithMessage(run.out() + run.err()).that(run.status()).isEqualTo(0);
        JsonNode one = new ObjectMapper().readTree(run.out()).get("cases").get(0);
        assertThat(one.get("kinds").get(0).get("kind").asText()).isEqualTo("cpu");
        assertThat(one.get("kinds").get(0).get("methods").get(0).get("method").asText())
                .isNotEmpty();
        Path graph = Path.of(one.get("graphs").get(0).asText());
        String page = Files.readString(graph);
        assertThat(page).contains("<canvas");
        assertThat(page).doesNotContainMatch("src=.?https?:|<link");
        assertThat(Files.readString(graph.resolveSibling("cpu.collapsed"))).matches("(?s)(\\S+ \\d+\n)+");
    }

    @Test
    void a_case_that_throws_is_named_with_the_reason() throws Exception {
        project.declare(FaultySuite.class);
        CommandLineRun run = profile("faulty/throws_own");

        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).contains("not profiled: its fork failed: ");
        assertThat(run.stackTrace()).isFalse();
    }
}
