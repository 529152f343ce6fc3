package dev.clnrm.bench.init;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static dev.clnrm.bench.init.ProjectTree.found;
import static dev.clnrm.bench.init.ProjectTree.missing;

import dev.clnrm.bench.config.BudgetsFile;
import dev.clnrm.bench.config.BudgetsReader;
import dev.clnrm.bench.init.WrittenFile.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {
    private static final Path EXAMPLES = Path.of("").toAbsolutePath().resolveSibling("docs/examples");

    private final ProjectTree project;

    InitTest(@TempDir Path folder) throws IOException {
        this.project = new ProjectTree(folder)
                .pom("pom.xml", ProjectTree.shade("<finalName>benchmarks</finalName>"))
                .file("mvnw")
                .benchmark("src/main/java/p/B.java");
    }

    private static Map<String, Outcome> outcomes(Setup setup) {
        return setup.files().stream()
                .collect(Collectors.toMap(WrittenFile::name, WrittenFile::outcome, (a, b) -> a, LinkedHashMap::new));
    }

    @Test
    void writes_what_the_examples_show() throws IOException {
        project.init();

        assertThat(project.read(InitTemplates.WORKFLOW))
                .isEqualTo(Files.readString(EXAMPLES.resolve("same-repository.yml")));
    }

    @Test
    void writes_what_the_examples_of_forks_show() throws IOException {
        new Init(project.root(), true, false).run();

        assertThat(project.read(InitTemplates.WORKFLOW)).isEqualTo(Files.readString(EXAMPLES.resolve("forks.yml")));
        assertThat(project.read(InitTemplates.REPORT_WORKFLOW))
                .isEqualTo(Files.readString(EXAMPLES.resolve("forks-report.yml")));
    }

    @Test
    void writes_declarations_that_can_be_read() throws Exception {
        project.init();
        BudgetsFile file = BudgetsReader.read(project.root().resolve("budgets.yaml"));

        assertThat(file.build().command()).hasValue("./mvnw -q -DskipTests package");
        assertThat(file.suites()).hasSize(1);
    }

    @Test
    void writes_the_workflow_of_suites_that_are_declared_by_hand() throws IOException {
        Files.delete(project.root().resolve("src/main/java/p/B.java"));
        project.file("budgets.yaml", "version: 1", "suites: {text: {classpath: target/classes, suite: p.Text}}");

        Setup setup = project.init();

        assertThat(found(setup, "suites")).containsExactly("declared by hand");
        assertThat(outcomes(setup).keySet())
                .containsExactly(InitTemplates.WORKFLOW, ".gitignore")
                .inOrder();
        assertThat(missing(setup)).isEmpty();
        assertThat(setup.failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"17", "21"})
    void writes_examples_that_can_be_used(int java) throws Exception {
        project.file(".java-version", Integer.toString(java)).init();
        String used = project.read("budgets.yaml").replaceAll("(?m)^( *)# (?=(\"|[a-z-]+:))", "$1");
        BudgetsFile file = BudgetsReader.read("used.yaml", used.getBytes(StandardCharsets.UTF_8));

        assertThat(file.budgets()).isNotEmpty();
        assertThat(file.measure().forks()).isPresent();
        assertThat(file.measure().java()).isPresent();
    }

    @Test
    void leaves_files_that_are_there() throws IOException {
        project.file("budgets.yaml", "mine").file(InitTemplates.WORKFLOW, "mine too");
        Setup setup = project.init();

        assertThat(outcomes(setup))
                .containsExactly(
                        "budgets.yaml",
                        Outcome.KEPT,
                        InitTemplates.WORKFLOW,
                        Outcome.KEPT,
                        ".gitignore",
                        Outcome.WRITTEN);
        assertThat(project.read("budgets.yaml")).isEqualTo("mine\n");
        assertThat(project.read(InitTemplates.WORKFLOW)).isEqualTo("mine too\n");
    }

    @Test
    void run_twice_changes_nothing() throws IOException {
        project.init();
        List<String> before = List.of(project.read("budgets.yaml"), project.read(".gitignore"));
        Setup again = project.init();

        assertThat(outcomes(again).values()).containsExactly(Outcome.KEPT, Outcome.KEPT, Outcome.KEPT);
        assertThat(List.of(project.read("budgets.yaml"), project.read(".gitignore")))
                .isEqualTo(before);
        assertThat(again.failed()).isFalse();
    }

    @Test
    void adds_a_line_of_its_own_to_gitignore() throws IOException {
        Files.writeString(project.root().resolve(".gitignore"), "target/");
        Setup setup = project.init();

        assertThat(outcomes(setup)).containsEntry(".gitignore", Outcome.ADDED_TO);
        assertThat(project.read(".gitignore")).isEqualTo("target/\n.clnrm-bench/\n");
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        Setup setup = new Init(project.root(), true, true).run();

        assertThat(outcomes(setup).keySet())
                .containsExactly("budgets.yaml", InitTemplates.WORKFLOW, InitTemplates.REPORT_WORKFLOW, ".gitignore");
        try (Stream<Path> all = Files.list(project.root())) {
            assertThat(all.map(file -> file.getFileName().toString()).toList())
                    .containsExactly("pom.xml", "mvnw", "src");
        }
    }

    @ParameterizedTest
    @CsvSource({
        ".java-version, 21.0.2, 21",
        ".sdkmanrc, java=21.0.2-tem, 21",
        ".tool-versions, java temurin-25.0.1+8, 25",
        "mise.toml, java = \"temurin-25.0.3+9.0.LTS\", 25",
        ".github/workflows/ci.yml, '          java-version: ''21'' # why', 21"
    })
    void reads_the_jdk(String file, String line, String feature) throws IOException {
        Setup setup = project.file(file, line).init();

        assertWithMessage(line).that(found(setup, "JDK")).containsExactly(feature + " or newer");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"  java-version: 21;  java-version: 17", "  java-version: ${{ matrix.java }};  java-version: 17"},
            delimiter = ';')
    void cannot_tell_the_jdk_if_workflows_set_up_several(String one, String other) throws IOException {
        Setup setup = project.file(".github/workflows/ci.yml", one, other).init();

        assertThat(found(setup, "JDK")).isEmpty();
        assertThat(missing(setup)).contains("could not tell which JDK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "        java: ['25', 21] # both",
                "        java: [\n          21,\n          25,\n        ]",
                "        java:\n          - '25'\n          - 21 # too\n        os: [a]"
            })
    void needs_the_oldest_jdk_of_a_matrix(String matrix) throws IOException {
        Setup setup = project.file(
                        ".github/workflows/ci.yml", "      matrix:", matrix, "   java-version: ${{ matrix.java }}")
                .init();

        assertWithMessage(matrix).that(found(setup, "JDK")).containsExactly("21 or newer");
    }

    @Test
    void writes_the_workflow_into_the_root_of_the_repository(@TempDir Path root) throws IOException {
        ProjectTree repository = new ProjectTree(root).file(".git/HEAD");
        ProjectTree part = new ProjectTree(root.resolve("a/${{ x }}"))
                .pom("pom.xml", ProjectTree.shade("<finalName>benchmarks</finalName>"))
                .benchmark("src/main/java/p/B.java");

        assertThat(outcomes(part.init()).keySet())
                .containsExactly("budgets.yaml", "../../" + InitTemplates.WORKFLOW, ".gitignore")
                .inOrder();
        assertThat(repository.read(InitTemplates.WORKFLOW))
                .contains("          mode: all\n          budgets-file: \"a/${{ '${{' }} x }}/budgets.yaml\"\n");
    }

    @Test
    void prints_the_build_of_a_file_that_is_there() throws IOException {
        project.file("budgets.yaml", "version: 1", "suites: {a: {jar: a.jar}}", "build: make");

        assertThat(project.init().build()).hasValue("make");
    }

    @Test
    void says_that_there_is_nothing(@TempDir Path empty) throws IOException {
        Setup setup = new ProjectTree(empty).init();

        assertThat(setup.failed()).isTrue();
        assertThat(setup.files()).isEmpty();
        assertThat(missing(setup)).contains("no source file uses org.openjdk.jmh.annotations.Benchmark");
        assertThat(missing(setup)).contains("no pom.xml, settings.gradle");
    }

    @Test
    void does_not_take_a_mention_for_a_benchmark(@TempDir Path folder) throws IOException {
        Setup setup = new ProjectTree(folder)
                .pom("pom.xml", ProjectTree.shade(""))
                .file("src/main/java/A.java", "import org.openjdk.jmh.annotations.*; class A {}")
                .file("src/main/java/C.java", "@Benchmark class C {}")
                .benchmark("src/test/resources/p/B.java")
                .benchmark("target/generated/B.java")
                .init();

        assertThat(found(setup, "benchmarks")).isEmpty();
    }
}
