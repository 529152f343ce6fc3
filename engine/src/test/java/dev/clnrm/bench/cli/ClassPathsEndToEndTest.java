package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clnrm.bench.config.ManifestJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMH benchmarks that are not in one jar with their libraries, measured for real. */
@Tag("slow")
class ClassPathsEndToEndTest {
    /** A fork fails if a value arrives otherwise than it is written here. */
    private static final JmhJar PARAMETERS = new JmhJar().benchmarks("Reading", """
            @Param({"a b", "x=y", "äß", "-1"}) public String text;
            @Param({"12", "-3"}) public int digits;
            @Param({"2.50"}) public double share;
            @Param({"SECONDS"}) public java.util.concurrent.TimeUnit unit;
            @Setup public void check() {
                String all = text + "|" + digits + "|" + share + "|" + unit;
                if (!all.matches("(a b|x=y|äß|-1)\\\\|(12|-3)\\\\|2\\\\.5\\\\|SECONDS")) {
                    throw new IllegalStateException(all);
                }
            }
            @Benchmark public int read() { return text.length() * digits; }""");

    private final Path folder;

    ClassPathsEndToEndTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private CommandLineRun run(String suite, String... more) throws Exception {
        Path budgets = Files.writeString(
                folder.resolve("budgets.yaml"),
                "version: 1\nmeasure: {forks: 1, warmup: 1 x 10 ms, iterations: 2 x 10 ms}\nsuites:\n  s: " + suite
                        + "\n");
        List<String> words = new ArrayList<>(List.of("run", "-f", budgets.toString(), "--format", "json", "-q"));
        words.addAll(List.of("--out", folder.resolve("run").toString()));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private static Set<String> cases(CommandLineRun run) throws Exception {
        Set<String> names = new TreeSet<>();
        for (JsonNode one : new ObjectMapper().readTree(run.out()).path("measurements")) {
            names.add(one.path("benchmark").asText() + one.path("params"));
        }
        return names;
    }

    private static String read(String text, String digits) {
        return "s/p.Reading.read{\"digits\":\"" + digits + "\",\"share\":\"2.50\",\"text\":\"" + text
                + "\",\"unit\":\"SECONDS\"}";
    }

    private static final List<String> ALL = Stream.of("a b", "x=y", "äß", "-1")
            .flatMap(text -> Stream.of("12", "-3").map(digits -> read(text, digits)))
            .toList();

    @Test
    void parameters_arrive_as_written_behind_a_jar_that_names_its_class_path() throws Exception {
        List<Path> entries = new ArrayList<>(List.of(PARAMETERS.compile(folder.resolve("test-classes"))));
        entries.addAll(JmhJar.libraries());
        ManifestJar.of(folder.resolve("all.jar"), entries);

        CommandLineRun run = run("{jar: all.jar}");

        assertWithMessage(run.err() + run.out()).that(run.status()).isEqualTo(0);
        assertThat(cases(run)).containsExactlyElementsIn(ALL);
    }

    @Test
    void benchmarks_of_an_unknown_jmh_are_refused() throws Exception {
        ManifestJar.of(folder.resolve("all.jar"), List.of(PARAMETERS.compile(folder.resolve("test-classes"))));

        CommandLineRun run = run("{jar: all.jar}");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("error: the suite `s` cannot be loaded: the version of JMH is unknown: no jar or folder");
    }

    /** A folder of benchmarks and one of their libraries, as a build leaves them. */
    private void build() throws Exception {
        PARAMETERS.compile(folder.resolve("target/test-classes"));
        Path deps = Files.createDirectories(folder.resolve("target/deps"));
        for (Path library : JmhJar.libraries()) {
            Files.copy(library, deps.resolve(library.getFileName()));
        }
    }

    @Test
    void benchmarks_are_measured_on_a_class_path_of_folders_and_jars() throws Exception {
        build();

        CommandLineRun run = run("{jmh: {classpath: [target/test-classes, target/deps/*]},"
                + " include: 'Reading[.]read', params: {text: a b}}");

        assertWithMessage(run.err() + run.out()).that(run.status()).isEqualTo(0);
        assertThat(cases(run)).containsExactly(read("a b", "12"), read("a b", "-3"));
    }

    @Test
    void two_class_paths_with_the_same_code_are_known_to_be_the_same() throws Exception {
        build();
        Path budgets = Files.writeString(folder.resolve("budgets.yaml"), """
                version: 1
                suites:
                  s: {jmh: {classpath: [target/test-classes, target/deps/*]}, params: {text: a b, digits: 12}}
                """);
        for (String word : List.of("init -q", "add budgets.yaml", "commit -q -m one")) {
            git(word);
        }
        // A build that copies what was built before stands for one that builds.
        Files.writeString(
                budgets, Files.readString(budgets) + "build: cp -r " + folder.resolve("target") + " . || true\n");
        git("commit -q -a -m two");
        Files.writeString(budgets, Files.readString(budgets) + "fail-on: never\n");
        git("commit -q -a -m three");

        CommandLineRun run = CommandLineRun.of(
                "compare", "HEAD~1", "HEAD", "-f", budgets.toString(), "--quick", "--unchanged-code", "skip");

        assertWithMessage(run.err() + run.out()).that(run.status()).isEqualTo(0);
        assertThat(run.err()).contains("nothing was measured: omitted, because the change does not reach them");
    }

    private void git(String words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@b"));
        command.addAll(List.of(words.split(" ")));
        int status = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).isEqualTo(0);
    }

    @Test
    void validate_says_that_a_folder_is_no_jar() throws Exception {
        build();
        Path budgets = Files.writeString(
                folder.resolve("budgets.yaml"), "version: 1\nsuites:\n  s: {jar: target/test-classes}\n");

        CommandLineRun validate = CommandLineRun.of("validate", budgets.toString());

        assertThat(validate.status()).isEqualTo(2);
        assertThat(validate.err()).isEqualTo(budgets + """
                :3:12: error: the suite `s` cannot be loaded: `target/test-classes` is a folder, but `jar` names one jar with the benchmarks and all they need
                    3 |   s: {jar: target/test-classes}
                      |            ^^^^^^^^^^^^^^^^^^^
                      help: write `jmh: {classpath: [target/test-classes, …]}`, with the jars that the benchmarks need
                """);
    }

    @Test
    void validate_says_that_a_jar_without_benchmarks_has_none() throws Exception {
        build();
        Path library = JmhJar.libraries().get(1);
        Path budgets =
                Files.writeString(folder.resolve("budgets.yaml"), "version: 1\nsuites:\n  s: {jar: " + library + "}\n");

        CommandLineRun validate = CommandLineRun.of("validate", budgets.toString());

        assertThat(validate.status()).isEqualTo(2);
        assertThat(validate.err()).contains("`" + library + "` has no JMH benchmarks");
        assertThat(validate.err()).contains("name these with `jmh: {classpath: …}`");
    }

    @Test
    void a_command_prints_the_rest_of_the_class_path() throws Exception {
        build();

        CommandLineRun run = run("{jmh: {classpath: target/test-classes,"
                + " classpath-command: 'echo target/deps/* | tr \" \" :'}, params: {text: a b}}");

        assertWithMessage(run.err() + run.out()).that(run.status()).isEqualTo(0);
        assertThat(cases(run)).containsExactly(read("a b", "12"), read("a b", "-3"));
    }

    @Test
    void a_command_that_fails_is_shown_with_the_end_of_its_output() throws Exception {
        CommandLineRun run = run("{jmh: {classpath-command: 'echo no repository; exit 1'}}");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("error: the suite `s` cannot be loaded: the class path command"
                        + " `echo no repository; exit 1` ended with status 1\n");
        assertThat(run.err()).contains("note: no repository\n");
        assertThat(run.stackTrace()).isFalse();
    }
}
