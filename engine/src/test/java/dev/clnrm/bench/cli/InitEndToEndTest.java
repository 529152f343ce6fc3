package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project is set up and, once it is built, declared soundly. */
class InitEndToEndTest {
    private static final String POM = """
            <project>
              <artifactId>acme</artifactId><version>1</version>
              <build><plugins><plugin>
                <artifactId>maven-shade-plugin</artifactId>
                <executions><execution>
                  <goals><goal>shade</goal></goals>
                  <configuration><finalName>benchmarks</finalName></configuration>
                </execution></executions>
              </plugin></plugins></build>
            </project>
            """;

    private final Path project;

    InitEndToEndTest(@TempDir Path project) throws IOException {
        this.project = project;
        Files.writeString(project.resolve("pom.xml"), POM);
        Files.createFile(project.resolve("mvnw"));
        Files.writeString(project.resolve(".java-version"), "17\n");
        Path source = project.resolve("src/main/java/p/Sums.java");
        Files.createDirectories(source.resolveSibling(""));
        Files.writeString(
                source,
                "import org.openjdk.jmh.annotations.*;\nclass Sums { @Benchmark public int sum() { return 1; } }\n");
    }

    @Test
    void what_it_writes_is_valid_once_the_project_is_built() throws Exception {
        CommandLineRun init = CommandLineRun.of("init", project.toString());
        new JmhJar()
                .benchmarks("Sums", "@Benchmark public int sum() { return 1; }")
                .write(project.resolve("target/benchmarks.jar"));
        CommandLineRun validate =
                CommandLineRun.of("validate", project.resolve("budgets.yaml").toString());

        assertThat(init.err()).isEmpty();
        assertThat(init.status()).isEqualTo(0);
        assertThat(validate.err()).isEmpty();
        assertThat(validate.status()).isEqualTo(0);
        assertThat(validate.out()).contains("1 suite, 1 case, 0 with a budget, 0 laws");
    }

    @Test
    void benchmarks_in_tests_are_valid_once_the_project_is_built() throws Exception {
        Files.writeString(project.resolve("pom.xml"), POM.replace("maven-shade-plugin", "maven-site-plugin"));
        Path tests = Files.createDirectories(project.resolve("src/test/java/p"));
        Files.move(project.resolve("src/main/java/p/Sums.java"), tests.resolve("Sums.java"));
        CommandLineRun init = CommandLineRun.of("init", project.toString());
        new JmhJar()
                .benchmarks("Sums", "@Benchmark public int sum() { return 1; }")
                .compile(project.resolve("target/test-classes"));
        Path deps = Files.createDirectories(project.resolve("target/deps"));
        for (Path library : JmhJar.libraries()) {
            Files.copy(library, deps.resolve(library.getFileName()));
        }
        CommandLineRun validate =
                CommandLineRun.of("validate", project.resolve("budgets.yaml").toString());

        assertThat(init.out()).contains("  class path  target/test-classes, target/deps/*   (pom.xml)\n");
        assertThat(init.status()).isEqualTo(0);
        assertThat(validate.err()).isEmpty();
        assertThat(validate.out()).contains("1 case, 0 with a budget");
    }

    @Test
    void it_says_what_it_found_and_what_to_type_next() throws Exception {
        CommandLineRun init = CommandLineRun.of("init", project.toString());

        assertThat(init.out()).isEqualTo("""
                        found
                          build       ./mvnw   (pom.xml)
                          benchmarks  1 file in src/main/java
                          jar         target/benchmarks.jar   (pom.xml)
                          JDK         17 or newer   (.java-version)
                        files
                          written      budgets.yaml
                          written      .github/workflows/performance.yml
                          written      .gitignore

                        next: cd %s && ./mvnw -q -DskipTests package && clnrm-bench validate
                        """.formatted(project));
    }

    @Test
    void it_asks_for_a_newer_jdk_before_the_build() throws Exception {
        Files.writeString(project.resolve(".java-version"), "99\n");
        CommandLineRun init = CommandLineRun.of("init", project.toString());

        assertThat(init.out())
                .contains("\nnext: set JAVA_HOME to JDK 99 or newer, because this is JDK "
                        + Runtime.version().feature() + ", then\n      cd ");
    }

    @Test
    void the_readme_shows_what_it_prints() throws Exception {
        String out = CommandLineRun.of("init", project.toString()).out();
        String readme = Files.readString(Path.of("").toAbsolutePath().resolveSibling("README.md"));

        assertThat(readme).contains(out.replace("cd " + project + " && ", ""));
    }

    @Test
    void a_dry_run_prints_the_files() throws Exception {
        CommandLineRun init = CommandLineRun.of("init", "--dry-run", "--forks", project.toString());

        assertThat(init.status()).isEqualTo(0);
        assertThat(init.out()).contains("  would write  .github/workflows/performance-report.yml\n");
        assertThat(init.out()).contains("\n--- budgets.yaml\n# What clnrm-bench measures");
        assertThat(init.out()).contains("\n--- .gitignore\n.clnrm-bench/\n");
        assertThat(Files.exists(project.resolve("budgets.yaml"))).isFalse();
    }

    @Test
    void it_says_what_is_missing() throws Exception {
        Files.writeString(project.resolve("pom.xml"), "<!DOCTYPE project []><project/>");
        CommandLineRun init = CommandLineRun.of("init", project.toString());

        assertThat(init.status()).isEqualTo(2);
        assertThat(init.stackTrace()).isFalse();
        assertThat(init.out()).contains("  - pom.xml is not read: it is not plain XML, or it has a document type\n");
        assertThat(init.out()).contains("files\n  none: ");
    }

    @Test
    void it_refuses_what_is_no_folder() throws Exception {
        CommandLineRun init =
                CommandLineRun.of("init", project.resolve("pom.xml").toString());

        assertThat(init.status()).isEqualTo(2);
        assertThat(init.err()).startsWith("clnrm-bench: error: there is no folder ");
    }
}
