package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.action.ActionMain;
import dev.clnrm.bench.faulty.SoundSuite;
import dev.clnrm.bench.github.FakeGitHub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run through every route: same verdicts, same numbers, same exit status. */
@Tag("slow")
class RoutesEndToEndTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Sleeping for 2 ms breaks it, also on a machine so busy that three forks differ by a factor of ten: an interval of 99 % is then wider
     * than a factor of 100. Suite and file ask for other confidences than the usual.
     */
    private static final String[] RULES = {
        "    measure:",
        "      confidence: 99 %",
        "measure:",
        "  confidence: 90 %",
        "budgets:",
        "  sound/average:",
        "    time: at most 1 us",
    };

    @TempDir
    Path folder = Path.of("");

    private Path project() throws IOException {
        return Files.createDirectories(folder.resolve("project"));
    }

    private String file() throws IOException {
        return project().resolve("budgets.yaml").toString();
    }

    private String git(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line)
                .directory(project().toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertWithMessage(out).that(process.waitFor()).isEqualTo(0);
        return out.strip();
    }

    private void declare() throws IOException, InterruptedException {
        new ProjectFolder(project()).declare(SoundSuite.class, RULES);
        Files.writeString(project().resolve(".gitignore"), ".clnrm-bench/\n");
        git("init", "-q", "-b", "main");
        git("add", "-A");
        git("commit", "-q", "-m", "base");
        git("commit", "-q", "--allow-empty", "-m", "head");
    }

    /** A process of the program, or of the action, with these variables. */
    private CommandLineRun started(Class<?> main, Map<String, String> environment, String... args) throws Exception {
        Path at = Files.createTempDirectory(folder, "process");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(line)
                .redirectOutput(at.resolve("out.txt").toFile())
                .redirectError(at.resolve("err.txt").toFile());
        process.environment().putAll(environment);
        Process ended = process.start();
        ended.waitFor();
        return CommandLineRun.ended(at, ended);
    }

    private static JsonNode page(Path html) throws IOException {
        Matcher block = Pattern.compile("(?s)<script type=\"application/json\" id=\"data\">(.*?)</script>")
                .matcher(Files.readString(html));
        assertThat(block.find()).isTrue();
        return MAPPER.readTree(block.group(1));
    }

    /** The rows of the tables of a text in Markdown. */
    private List<String> rows(String markdown) throws IOException {
        return markdown.replace(project() + "/", "")
                .lines()
                .filter(line -> line.startsWith("|"))
                .toList();
    }

    private static void interrupt(Path run) throws IOException {
        Path file = run.resolve("run.json");
        String text = Files.readString(file);
        assertThat(text).contains("\"finished\"");
        Files.writeString(file, text.replaceFirst("\"finished\"", "\"interrupted\""));
    }

    /** What GitHub would be asked for; the base's file is the project's. */
    private Map<String, String> published(FakeGitHub github, Path run, Path workspace) throws Exception {
        String base = git("rev-parse", "HEAD~1");
        String head = git("rev-parse", "HEAD");
        Files.createDirectories(workspace.resolve("bundle"));
        for (String name : List.of("run.json", "samples.ndjson")) {
            Files.copy(run.resolve(name), workspace.resolve("bundle").resolve(name));
        }
        String rules = Files.readString(Path.of(file()));
        github.pullRequest(7, head, "o:topic", base)
                .file("budgets.yaml", base, rules)
                .file("budgets.yaml", head, rules);
        Files.writeString(
                workspace.resolve("event.json"),
                "{\"workflow_run\":{\"event\":\"pull_request\",\"head_sha\":\"" + head
                        + "\",\"head_branch\":\"topic\",\"head_repository\":{\"owner\":{\"login\":\"o\"}},"
                        + "\"id\":12,\"run_attempt\":1}}");
        Map<String, String> environment = new HashMap<>();
        environment.put("INPUT_MODE", "report");
        environment.put("INPUT_GITHUB-TOKEN", "a-token");
        environment.put("INPUT_FILTER", "sound/average");
        environment.put("GITHUB_TOKEN", "a-token");
        environment.put("GITHUB_EVENT_NAME", "workflow_run");
        environment.put("GITHUB_EVENT_PATH", workspace.resolve("event.json").toString());
        environment.put("GITHUB_API_URL", github.address().toString());
        environment.put("GITHUB_REPOSITORY", "o/r");
        environment.put("GITHUB_WORKSPACE", workspace.toString());
        environment.put("GITHUB_OUTPUT", workspace.resolve("output").toString());
        environment.put("GITHUB_STEP_SUMMARY", workspace.resolve("summary").toString());
        return environment;
    }

    private CommandLineRun publish(Path run, List<String> told) throws Exception {
        try (FakeGitHub github = new FakeGitHub()) {
            Path workspace = folder.resolve("publish");
            Map<String, String> environment = published(github, run, workspace);
            CommandLineRun said = started(
                    Main.class,
                    environment,
                    "publish",
                    workspace.resolve("bundle").toString(),
                    "--repository",
                    "o/r",
                    "--commit",
                    git("rev-parse", "HEAD"),
                    "--head",
                    "o:topic",
                    "--only",
                    "sound/average");
            told.addAll(github.comments());
            return said;
        }
    }

    private CommandLineRun action(Path run, List<String> told) throws Exception {
        try (FakeGitHub github = new FakeGitHub()) {
            Path workspace = folder.resolve("action");
            CommandLineRun said = started(ActionMain.class, published(github, run, workspace));
            told.add(Files.readString(workspace.resolve("summary")));
            return said;
        }
    }

    @Test
    void two_sides_are_told_alike_by_every_route() throws Exception {
        declare();
        Path run = folder.resolve("run");
        CommandLineRun check = CommandLineRun.of(
                "check",
                "-f",
                file(),
                "sound/average",
                "--base",
                "HEAD~1",
                "--head",
                "HEAD",
                "--unchanged-code",
                "control",
                "--seed",
                "7",
                "--out",
                run.toString(),
                "--format",
                "json");
        assertWithMessage(check.err()).that(check.status()).isEqualTo(1);
        JsonNode first = MAPPER.readTree(check.out());
        assertThat(first.path("confidence").asDouble()).isEqualTo(0.9);
        assertThat(first.path("alpha").asDouble()).isWithin(1e-12).of(0.1);

        interrupt(run);
        CommandLineRun resumed =
                CommandLineRun.of("check", "-f", file(), "--resume", run.toString(), "--format", "json");
        assertWithMessage(resumed.err()).that(resumed.status()).isEqualTo(1);
        same(MAPPER.readTree(resumed.out()), first);

        CommandLineRun shown = CommandLineRun.of("show", "-f", file(), run.toString(), "--format", "json");
        assertWithMessage(shown.err()).that(shown.status()).isEqualTo(1);
        same(MAPPER.readTree(shown.out()), first);

        CommandLineRun merged = CommandLineRun.of(
                "merge",
                "-f",
                file(),
                run.toString(),
                "--out",
                folder.resolve("merged").toString(),
                "--format",
                "json");
        assertWithMessage(merged.err()).that(merged.status()).isEqualTo(1);
        same(MAPPER.readTree(merged.out()), first);

        Path html = folder.resolve("page.html");
        CommandLineRun report = CommandLineRun.of("report", "-f", file(), run.toString(), "--out", html.toString());
        assertWithMessage(report.err()).that(report.status()).isEqualTo(0);
        drawn(page(html), first);

        String summary = CommandLineRun.of(
                        "merge",
                        "-f",
                        file(),
                        run.toString(),
                        "--out",
                        folder.resolve("again").toString())
                .out();
        List<String> told = new ArrayList<>();
        CommandLineRun published = publish(run, told);
        assertWithMessage(published.err()).that(published.status()).isEqualTo(1);
        assertThat(rows(published.out()))
                .containsExactlyElementsIn(rows(summary))
                .inOrder();
        CommandLineRun action = action(run, told);
        assertWithMessage(action.out()).that(action.status()).isEqualTo(1);
        assertThat(rows(told.get(told.size() - 1)))
                .containsExactlyElementsIn(rows(summary))
                .inOrder();

        // Result files know neither suite nor machine: they have the file's confidence and say that times were apart.
        // They do not
        // know after how many forks the run looked, so the adjusted p value differs if it looked twice.
        CommandLineRun compared = CommandLineRun.of(
                "compare",
                "-f",
                file(),
                run.resolve("jmh-result-base.json").toString(),
                run.resolve("jmh-result.json").toString(),
                "--format",
                "json");
        assertWithMessage(compared.err()).that(compared.status()).isNotEqualTo(2);
        numbers(MAPPER.readTree(compared.out()).path("verdicts"), first.path("verdicts"));
        dashboard(run, first.path("budgets").path(0));
    }

    @Test
    void one_side_is_told_alike_by_every_route() throws Exception {
        declare();
        Path run = folder.resolve("run");
        CommandLineRun ran = CommandLineRun.of(
                "run", "-f", file(), "sound/average", "--seed", "7", "--out", run.toString(), "--format", "json");
        assertWithMessage(ran.err()).that(ran.status()).isEqualTo(1);
        JsonNode first = MAPPER.readTree(ran.out());
        assertThat(first.path("confidence").asDouble()).isEqualTo(0.9);

        CommandLineRun merged = CommandLineRun.of(
                "merge",
                "-f",
                file(),
                run.toString(),
                "--out",
                folder.resolve("merged").toString(),
                "--format",
                "json");
        assertWithMessage(merged.err()).that(merged.status()).isEqualTo(1);
        JsonNode again = MAPPER.readTree(merged.out());
        for (String part : List.of("status", "exit", "confidence", "cases", "budgets", "laws")) {
            assertWithMessage(part).that(again.path(part)).isEqualTo(first.path(part));
        }

        Path html = folder.resolve("page.html");
        CommandLineRun report = CommandLineRun.of("report", "-f", file(), run.toString(), "--out", html.toString());
        assertWithMessage(report.err()).that(report.status()).isEqualTo(0);
        assertThat(page(html).path("cases").path(0).path("budgets")).hasSize(1);

        interrupt(run);
        CommandLineRun resumed = CommandLineRun.of("run", "-f", file(), "--resume", run.toString(), "--format", "json");
        assertWithMessage(resumed.err()).that(resumed.status()).isEqualTo(1);
        assertThat(MAPPER.readTree(resumed.out()).path("budgets")).isEqualTo(first.path("budgets"));
        dashboard(run, first.path("budgets").path(0));
    }

    private static void same(JsonNode one, JsonNode other) {
        for (String part : List.of(
                "status", "exit", "judged", "cases", "alpha", "confidence", "family", "verdicts", "budgets", "laws")) {
            assertWithMessage(part).that(one.path(part)).isEqualTo(other.path(part));
        }
    }

    private static void numbers(JsonNode verdicts, JsonNode expected) {
        assertThat(verdicts.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            JsonNode one = verdicts.path(i);
            JsonNode other = expected.path(i);
            assertThat(one.path("verdict")).isEqualTo(other.path("verdict"));
            for (String number : List.of("ratio", "low", "high", "base", "head")) {
                assertWithMessage(number)
                        .that(one.path(number).asDouble())
                        .isWithin(1e-9 * Math.abs(other.path(number).asDouble()))
                        .of(other.path(number).asDouble());
            }
        }
    }

    /** A page draws five digits of the same numbers. */
    private static void drawn(JsonNode page, JsonNode first) {
        JsonNode changes = page.path("cases").path(0).path("changes");
        assertThat(changes.size()).isEqualTo(first.path("verdicts").size());
        for (int i = 0; i < changes.size(); i++) {
            JsonNode other = first.path("verdicts").path(i);
            assertThat(changes.path(i).path("finding")).isEqualTo(other.path("verdict"));
            List<String> ends = List.of("ratio", "low", "high");
            for (int end = 0; end < ends.size() && other.path("low").isNumber(); end++) {
                double exact = other.path(ends.get(end)).asDouble();
                assertThat(changes.path(i).path("ratio").path(end).asDouble())
                        .isWithin(1e-4 * exact)
                        .of(exact);
            }
        }
        JsonNode budgets = page.path("cases").path(0).path("budgets");
        assertThat(budgets.size()).isEqualTo(first.path("budgets").size());
    }

    private void dashboard(Path run, JsonNode budget) throws Exception {
        Path runs = Files.createDirectories(folder.resolve("runs"));
        Files.createDirectories(runs.resolve("one"));
        for (String name : List.of("run.json", "samples.ndjson")) {
            Files.copy(run.resolve(name), runs.resolve("one").resolve(name));
        }
        Path site = folder.resolve("site");
        CommandLineRun made =
                CommandLineRun.of("dashboard", "-f", file(), "--runs", runs.toString(), "--out", site.toString());
        assertWithMessage(made.err()).that(made.status()).isEqualTo(0);
        String index = Files.readString(site.resolve("index.html"));
        assertThat(budget.path("status").asText()).isEqualTo("fail");
        assertThat(index).contains("over budget");
    }
}
