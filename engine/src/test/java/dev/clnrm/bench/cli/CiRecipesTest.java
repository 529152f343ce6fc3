package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What docs/ci.md gives to other services than GitHub: commands with options there are, and scripts that write one comment. */
class CiRecipesTest {
    private static final Path RECIPES = Path.of("").toAbsolutePath().resolveSibling("docs/examples/ci");
    private static final String COMMENT = "<!-- clnrm-bench:default -->\n✅ **Ok**: none of 2 cases regressed.\n";

    /** A command of the program, up to what only a shell reads. */
    private static final Pattern COMMAND =
            Pattern.compile("(?:^|\\s)(?:clnrm-bench|--entrypoint clnrm-bench \\S+) +([a-z]+(?: +[^\\s>|&;#`]+)*)");

    private final ObjectMapper json = new ObjectMapper();
    private final Path folder;
    private final HttpServer server;

    /** What the scripts sent: method, path and body. */
    private final List<String> sent = new ArrayList<>();

    /** The comments of the merge request: author and text. */
    private final List<Map<String, Object>> notes = new ArrayList<>();

    CiRecipesTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void answer() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void every_command_has_options_there_are() throws IOException {
        int seen = 0;
        for (Path recipe : recipes()) {
            String text = Files.readString(recipe).replace("\\\n", " ");
            for (String line : text.lines().filter(line -> !isComment(line)).toList()) {
                for (String command : COMMAND.matcher(line)
                        .results()
                        .map(found -> found.group(1)
                                .replace("\"$@\"", "")
                                .replace("$BUILD_NUMBER", "1")
                                .replace("\"", "")
                                .strip())
                        .toList()) {
                    String[] args = command.split(" +", -1);
                    CommandLine program = Main.line(args, Map.of()).setCaseInsensitiveEnumValuesAllowed(true);
                    assertWithMessage("%s: %s", recipe, command)
                            .that(program.parseArgs(args).unmatched())
                            .isEmpty();
                    seen++;
                }
            }
        }
        assertThat(seen).isEqualTo(4);
    }

    @Test
    void every_recipe_runs_the_script_that_measures() throws IOException {
        for (String recipe : List.of("gitlab-ci.yml", "Jenkinsfile", "buildkite.yml", "bitbucket-pipelines.yml")) {
            String text = Files.readString(RECIPES.resolve(recipe));
            assertWithMessage(recipe).that(text).contains("ci/measure.sh \"$");
            assertWithMessage(recipe).that(text).contains("ghcr.io/clnrm/bench-action:v1");
            if (recipe.endsWith(".yml")) {
                JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(text);
                assertWithMessage(recipe).that(tree.isObject()).isTrue();
            }
        }
    }

    @Test
    void gitlab_gets_one_comment_which_is_replaced() throws Exception {
        for (int other = 0; other < 150; other++) {
            notes.add(Map.of("id", other, "author", Map.of("id", 1), "body", COMMENT));
        }
        comment();
        comment();

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).startsWith("POST /api/v4/projects/3/merge_requests/4/notes ");
        assertThat(sent.get(1)).startsWith("PUT /api/v4/projects/3/merge_requests/4/notes/150 ");
        assertThat(body(sent.get(1)).path("body").asText()).isEqualTo(COMMENT);
    }

    @Test
    void bitbucket_gets_a_report_of_the_commit() throws Exception {
        Map<String, String> environment = Map.of(
                "BITBUCKET_PROXY", address(), "BITBUCKET_REPO_FULL_NAME", "acme/app", "BITBUCKET_COMMIT", "3f2c1ab");
        Files.writeString(
                folder.resolve("comment.md"),
                "<!-- clnrm-bench:default -->\n### ❔ Inconclusive in 2 of 2 cases\n\nmore\n");
        run(environment, "report-bitbucket.sh", "comment.md", "0");
        Files.writeString(folder.resolve("comment.md"), "");
        run(environment, "report-bitbucket.sh", "comment.md", "3");

        assertThat(sent).hasSize(2);
        assertThat(sent.get(0)).startsWith("PUT /2.0/repositories/acme/app/commit/3f2c1ab/reports/clnrm-bench ");
        assertThat(body(sent.get(0)).path("result").asText()).isEqualTo("PASSED");
        assertThat(body(sent.get(0)).path("details").asText()).isEqualTo("❔ Inconclusive in 2 of 2 cases");
        assertThat(body(sent.get(1)).path("result").asText()).isEqualTo("FAILED");
        assertThat(body(sent.get(1)).path("details").asText())
                .isEqualTo("The check ended with status 3. See the log of the step.");
    }

    private void comment() throws Exception {
        Files.writeString(folder.resolve("comment.md"), COMMENT);
        run(
                Map.of(
                        "CI_API_V4_URL", address() + "/api/v4",
                        "CI_PROJECT_ID", "3",
                        "CI_MERGE_REQUEST_IID", "4",
                        "BENCH_TOKEN", "secret"),
                "comment-gitlab.sh",
                "comment.md");
    }

    private void run(Map<String, String> environment, String script, String... args) throws Exception {
        assumeTrue(installed("curl") && installed("jq"), "needs curl and jq");
        List<String> command =
                new ArrayList<>(List.of("sh", RECIPES.resolve(script).toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(0);
    }

    private static boolean installed(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private JsonNode body(String request) throws IOException {
        return json.readTree(request.split(" ", 3)[2]);
    }

    /** As both services answer. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Object answer = Map.of();
        if (!exchange.getRequestMethod().equals("GET")) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent.add(exchange.getRequestMethod() + " " + path + " " + body);
            if (exchange.getRequestMethod().equals("POST")) {
                String text = json.readTree(body).path("body").asText();
                notes.add(Map.of("id", notes.size(), "author", Map.of("id", 7), "body", text));
            }
        } else if (path.endsWith("/user")) {
            answer = Map.of("id", 7);
        } else {
            int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll(".*&page=", ""));
            answer = notes.stream().skip((page - 1) * 100L).limit(100).toList();
        }
        byte[] bytes = json.writeValueAsBytes(answer);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("#") || line.strip().startsWith("//");
    }

    private static List<Path> recipes() throws IOException {
        try (Stream<Path> all = Files.list(RECIPES)) {
            return all.sorted().toList();
        }
    }
}
