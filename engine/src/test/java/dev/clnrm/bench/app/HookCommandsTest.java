package dev.clnrm.bench.app;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.config.Hooks;
import dev.clnrm.bench.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookCommandsTest {
    private Path folder;

    @BeforeEach
    void logs(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Files.createDirectories(temporary.resolve("logs"));
    }

    private HookCommands hooks(
            List<String> before, List<String> afterSuite, List<String> afterRun, List<String> worse) {
        return new HookCommands(
                folder, folder, new Hooks(before, afterSuite, afterRun, worse, Optional.empty(), Optional.empty()), 2);
    }

    @Test
    void a_command_gets_json_and_what_it_prints_is_kept() throws Exception {
        HookCommands hooks = hooks(List.of("cat; echo told >&2"), List.of(), List.of(), List.of());

        assertThat(hooks.before()).isEmpty();
        String log = Files.readString(folder.resolve("logs/hook-before-run.log"));
        JsonNode json = new ObjectMapper().readTree(log);
        assertThat(json.get("hook").asText()).isEqualTo("before-run");
        assertThat(json.get("run").asText()).isEqualTo(folder.toString());
        assertThat(log).endsWith("told\n");
    }

    @Test
    void each_suite_is_told_by_name() throws Exception {
        hooks(List.of(), List.of("echo $CLNRM_SUITE in $CLNRM_RUN"), List.of(), List.of())
                .afterSuites(List.of("core", "memory"));

        assertThat(Files.readAllLines(folder.resolve("logs/hook-after-suite.log")))
                .containsExactly("core in " + folder, "memory in " + folder)
                .inOrder();
    }

    @Test
    void a_command_that_fails_is_noted() {
        assertThat(hooks(List.of("exit 3", "true"), List.of(), List.of(), List.of())
                        .before())
                .containsExactly("hook before-run ended with status 3: exit 3");
    }

    @Test
    void of_a_hundred_megabytes_the_first_is_kept() throws Exception {
        HookCommands hooks = hooks(List.of("head -c 100000000 /dev/zero"), List.of(), List.of(), List.of());

        assertThat(hooks.before()).isEmpty();
        String log = Files.readString(folder.resolve("logs/hook-before-run.log"));
        assertThat(log.indexOf('\n')).isEqualTo(1 << 20);
        assertThat(log).endsWith("\n… 98951424 more bytes were printed and not kept\n");
    }

    @Test
    void a_command_that_hangs_is_ended_and_the_next_runs() {
        assertThat(hooks(List.of("sleep 60", "true"), List.of(), List.of(), List.of())
                        .before())
                .containsExactly("hook before-run was ended after 2 s: sleep 60");
    }

    @Test
    void a_command_that_is_not_there_is_noted() {
        assertThat(hooks(List.of("no-such-program"), List.of(), List.of(), List.of())
                        .before())
                .containsExactly("hook before-run ended with status 127: no-such-program");
    }

    @Test
    void the_report_is_told_and_a_regression_has_a_hook_of_its_own() throws Exception {
        HookCommands hooks = hooks(List.of(), List.of(), List.of("cat"), List.of("cat >/dev/null; echo slower"));

        assertThat(hooks.after(Reports.regressed()).facts().notes()).isEmpty();
        JsonNode json = new ObjectMapper()
                .readTree(folder.resolve("logs/hook-after-run.log").toFile());
        assertThat(json.get("status").asText()).isEqualTo("regressed");
        assertThat(Files.readString(folder.resolve("logs/hook-on-regression.log")))
                .isEqualTo("slower\n");
    }

    @Test
    void without_a_regression_that_hook_does_not_run() {
        hooks(List.of(), List.of(), List.of(), List.of("echo slower")).after(Reports.ok());

        assertThat(Files.exists(folder.resolve("logs/hook-on-regression.log"))).isFalse();
    }
}
