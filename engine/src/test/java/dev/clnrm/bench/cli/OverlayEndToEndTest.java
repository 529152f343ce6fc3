package dev.clnrm.bench.cli;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.clnrm.bench.dsl.BenchmarkSuite;
import dev.clnrm.bench.git.Sandbox;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A benchmark that is newer than the last release, measured on both sides by real forks, and told by every output. */
class OverlayEndToEndTest {
    private static final String WORDS = "measured with the head's benchmark on both sides";

    @TempDir
    Path folder = Path.of("");

    private Path file() {
        return folder.resolve("budgets.yaml");
    }

    private Sandbox project() throws Exception {
        List<Path> libraries = Stream.concat(
                        Stream.of(Path.of(BenchmarkSuite.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())),
                        JmhJar.libraries().stream())
                .toList();
        String path = libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        String list = libraries.stream().map(Path::toString).collect(Collectors.joining(", "));
        return Sandbox.at(folder)
                .write(".gitignore", "target/\n.clnrm-bench/\n")
                .write(
                        "budgets.yaml",
                        "version: 1\nbuild: mkdir -p target && javac -proc:none -cp '" + path
                                + "' -d target/classes $(find src -name '*.java')\n"
                                + "measure: {iterations: 3 x 20 ms, warmup: 1 x 20 ms}\n"
                                + "suites:\n  a: {classpath: [target/classes, " + list + "], suite: demo.A}\n");
    }

    private static String code(int rounds) {
        return "package demo; public final class Code { private long n = 7; public long work() {"
                + " for (int i = 0; i < " + rounds
                + "; i++) { n ^= n << 13; n ^= n >>> 7; n ^= n << 17; } return n; } }";
    }

    private static String suite(String... names) {
        return "package demo; import static dev.clnrm.bench.dsl.Bench.*;\n"
                + "public final class A implements dev.clnrm.bench.dsl.BenchmarkSuite {\n"
                + "public dev.clnrm.bench.dsl.Suite declare() { return suite(\"a\").benchmarks("
                + Stream.of(names)
                        .map(name -> "benchmark(\"" + name + "\").given(Code::new).measureLong(Code::work)")
                        .collect(Collectors.joining(", "))
                + "); } }";
    }

    private CommandLineRun of(String... words) throws Exception {
        CommandLineRun run = CommandLineRun.of(Stream.concat(Stream.of(words), Stream.of("-f", file().toString()))
                .toArray(String[]::new));
        assertWithMessage(run.err()).that(run.stackTrace()).isFalse();
        return run;
    }

    @Test
    void a_new_benchmark_is_compared_with_the_last_release_and_the_history_keeps_the_ratio() throws Exception {
        Sandbox project = project().write("src/main/java/demo/Code.java", code(1000));
        project.write("src/jmh/java/demo/A.java", suite("old")).commit("release");
        project.git("tag", "v1.0");
        String release = project.git("rev-parse", "--short=7", "HEAD");
        project.write("src/main/java/demo/Code.java", code(9000));
        project.write("src/jmh/java/demo/A.java", suite("old", "new")).commit("head");

        CommandLineRun checked =
                of("check", "--base", "latest-release", "--only", "new", "--quick", "--format", "json");

        assertWithMessage(checked.err()).that(checked.status()).isAtMost(1);
        assertThat(checked.out()).contains("\"family\": 1");
        assertThat(checked.out()).contains("\"code\": \"heads-benchmark\"");
        assertThat(checked.out()).contains("the latest release before");
        assertThat(checked.out()).contains("src/jmh/java/demo/A.java");
        String run;
        try (Stream<Path> runs = Files.list(folder.resolve(".clnrm-bench/runs"))) {
            run = runs.findFirst().orElseThrow().toString();
        }
        assertThat(of("show", run).out().replaceAll("\\s+", " "))
                .contains(WORDS + ", because it is new or edited: a/new");
        assertThat(of("show", run, "--format", "markdown").out()).contains(WORDS);
        of("report", run, "--out", folder.resolve("page.html").toString());
        assertWithMessage("the page")
                .that(Files.readString(folder.resolve("page.html")).contains("benchmark on both sides"))
                .isTrue();
        CommandLineRun history = of("history", "new", "--format", "json");
        assertThat(history.out()).contains("\"base\": \"v1.0 (" + release + ")\"");
        assertThat(history.out()).contains("\"against_base\"");
        assertThat(of("history", "new").out()).containsMatch("against[\\s\\S]*v1\\.0 \\(" + release + "\\)");
    }
}
