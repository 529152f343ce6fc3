package dev.clnrm.bench.action;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.clnrm.bench.app.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    private static final Map<String, String> GIVEN = Map.ofEntries(
            Map.entry("mode", "run"),
            Map.entry("github-token", "a-token"),
            Map.entry("budgets-file", "perf/budgets.yaml"),
            Map.entry("suites", "a, b"),
            Map.entry("filter", "fast slow"),
            Map.entry("affected", "true"),
            Map.entry("depth", "full"),
            Map.entry("forks", "7"),
            Map.entry("time-budget", "10 min"),
            Map.entry("java-version", "25"),
            Map.entry("shard", "1/4"),
            Map.entry("seed", "42"),
            Map.entry("fail-on", "alert"),
            Map.entry("fail-on-inconclusive", "true"),
            Map.entry("explain", "false"),
            Map.entry("key", "nightly"),
            Map.entry("head", "9d0e77c".repeat(6)),
            Map.entry("base", "3f2c1ab".repeat(6)),
            Map.entry("build-home", "home"),
            Map.entry("out", "kept"),
            Map.entry("bundle", "handed-over"),
            Map.entry("history", "earlier"),
            Map.entry("store", "git:performance"));

    private static Inputs of(Map<String, String> given) {
        Map<String, String> variables = new HashMap<>();
        given.forEach((name, value) -> variables.put("INPUT_" + name.toUpperCase(Locale.ROOT), value));
        return new Inputs(variables);
    }

    private static JsonNode declared() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("")
                        .toAbsolutePath()
                        .resolveSibling("action.yml")
                        .toFile())
                .path("inputs");
    }

    @Test
    void jobs_differ_by_their_inputs_and_their_platform_and_not_by_their_token() {
        String job = of(Map.of("shard", "1/4", "github-token", "one")).job();
        assertThat(job).matches("[0-9a-f]{8}");
        assertThat(of(Map.of("shard", "1/4", "github-token", "two")).job()).isEqualTo(job);
        assertThat(of(Map.of("shard", "2/4", "github-token", "one")).job()).isNotEqualTo(job);
        assertThat(new Inputs(Map.of("INPUT_SHARD", "1/4", "RUNNER_ARCH", "ARM64")).job())
                .isNotEqualTo(job);
    }

    @Test
    void parts_of_a_run_that_publish_need_a_key_each() {
        assertThrows(UserException.class, () -> of(Map.of("shard", "1/4", "key", "main"))
                .mayPublish());
        of(Map.of("shard", "1/4", "key", "part-1")).mayPublish();
        of(Map.of("key", "main")).mayPublish();
    }

    @Test
    void every_declared_input_is_read() throws IOException {
        Set<String> names = new TreeSet<>();
        declared().fieldNames().forEachRemaining(names::add);
        assertThat(GIVEN.keySet()).isEqualTo(names);

        Inputs inputs = of(GIVEN);
        assertThat(inputs.mode()).isEqualTo(Mode.RUN);
        assertThat(inputs.token()).isEqualTo("a-token");
        assertThat(inputs.budgets()).isEqualTo("perf/budgets.yaml");
        assertThat(inputs.base()).isEmpty();
        assertThat(of(Map.of("base", "latest-release")).base()).hasValue("latest-release");
        assertThat(inputs.failOn().orElseThrow().word()).isEqualTo("alert");
        assertThat(inputs.key()).isEqualTo("nightly");
        assertThat(inputs.command(Optional.of("main"), "topic", "kept")).doesNotContain("--explain");
        assertThat(of(Map.of()).command(Optional.of("main"), "topic", "kept")).contains("--explain");
        assertThat(inputs.command(Optional.of("main"), "topic", "kept")).contains("--affected");
        assertThat(inputs.command(Optional.empty(), "topic", "kept")).doesNotContain("--affected");
        assertThat(of(Map.of()).command(Optional.of("main"), "topic", "kept")).doesNotContain("--affected");
        assertThat(inputs.commits()).hasValue(new Inputs.Commits("9d0e77c".repeat(6), "3f2c1ab".repeat(6)));
        assertThat(inputs.path("build-home", "")).isEqualTo("home");
        assertThat(inputs.path("out", "")).isEqualTo("kept");
        assertThat(inputs.path("bundle", "")).isEqualTo("handed-over");
        assertThat(inputs.path("history", "")).isEqualTo("earlier");
        assertThat(of(Map.of("store", "git:performance")).store(Mode.ALL)).hasValue("git:performance");
        assertThat(inputs.words())
                .containsExactly(
                        "--suite",
                        "a",
                        "--suite",
                        "b",
                        "fast",
                        "slow",
                        "--full",
                        "--forks",
                        "7",
                        "--time-budget",
                        "10 min",
                        "--seed",
                        "42",
                        "--shard",
                        "1/4",
                        "--java",
                        "25",
                        "--fail-on-inconclusive")
                .inOrder();
    }

    @Test
    void what_is_not_given_is_as_the_description_says() throws IOException {
        Inputs nothing = of(Map.of());
        Map<String, String> read = Map.of(
                "mode", nothing.mode().word(),
                "budgets-file", nothing.budgets(),
                "key", nothing.key(),
                "fail-on-inconclusive", String.valueOf(nothing.truth("fail-on-inconclusive")),
                "affected", String.valueOf(nothing.truth("affected")),
                "github-token", nothing.token());
        JsonNode declared = declared();
        read.forEach((name, value) -> assertWithMessage(name)
                .that(declared.path(name).path("default").asText())
                .isEqualTo(value));
        assertThat(nothing.words()).isEmpty();
    }

    @Test
    void what_leads_out_of_the_workspace_is_refused() {
        for (String path : List.of("/etc/passwd", "../budgets.yaml", "a/../../b", "a\\..\\b")) {
            assertThrows(
                    UserException.class, () -> of(Map.of("budgets-file", path)).budgets());
        }
    }

    @Test
    void a_stage_without_a_token_measures_what_did_not_change_and_the_other_does_not() {
        Optional<String> base = Optional.of("3f2c1ab");
        assertThat(of(Map.of("mode", "run")).command(base, "9d0e77c", "out"))
                .containsAtLeast("--unchanged-code", "control");
        assertThat(of(Map.of("mode", "all")).command(base, "9d0e77c", "out")).doesNotContain("--unchanged-code");
        assertThat(of(Map.of("mode", "run")).command(Optional.empty(), "9d0e77c", "out"))
                .doesNotContain("--unchanged-code");
    }

    @Test
    void no_name_becomes_an_option_of_the_program() {
        assertThrows(UserException.class, () -> of(Map.of("filter", "fast --out=/tmp"))
                .words());
        assertThrows(UserException.class, () -> of(Map.of("suites", "-f")).words());
    }

    @Test
    void a_commit_is_a_whole_hash_and_has_another_to_compare_with() {
        assertThrows(UserException.class, () -> of(Map.of("head", "9d0e77c".repeat(6)))
                .commits());
        assertThrows(UserException.class, () -> of(Map.of("head", "main", "base", "main"))
                .commits());
        assertThat(of(Map.of()).commits()).isEmpty();
    }

    @Test
    void words_nobody_knows_are_refused() {
        assertThrows(UserException.class, () -> of(Map.of("depth", "deep")).words());
        assertThrows(UserException.class, () -> of(Map.of("fail-on", "always")).failOn());
        assertThrows(UserException.class, () -> of(Map.of("fail-on-inconclusive", "yes"))
                .words());
        assertThrows(UserException.class, () -> of(Map.of("key", "a b")).key());
    }

    @Test
    void bundles_stand_one_a_line_and_a_star_finds_those_that_are_there(@TempDir Path workspace) throws IOException {
        for (String name : List.of("arm64", "x86", "other")) {
            Files.createDirectories(workspace.resolve("bundles").resolve(name));
        }
        assertThat(of(Map.of()).bundles(workspace)).containsExactly(workspace.resolve("bundle"));
        assertThat(of(Map.of("bundle", "bundles/x86\n\n  bundles/my arm64  \n")).bundles(workspace))
                .containsExactly(workspace.resolve("bundles/x86"), workspace.resolve("bundles/my arm64"))
                .inOrder();
        assertThat(of(Map.of("bundle", "bundles/*r*")).bundles(workspace))
                .containsExactly(workspace.resolve("bundles/arm64"), workspace.resolve("bundles/other"))
                .inOrder();
    }

    @Test
    void a_pattern_of_bundles_that_finds_none_says_what_to_do(@TempDir Path workspace) {
        UserException none = assertThrows(
                UserException.class, () -> of(Map.of("bundle", "bundles/*")).bundles(workspace));
        assertThat(none).hasMessageThat().isEqualTo("input `bundle`: nothing in the workspace matches `bundles/*`");
        assertThat(none.help()).contains("download the bundles");
        assertThrows(
                UserException.class, () -> of(Map.of("bundle", "x86\n../arm64")).bundles(workspace));
    }
}
